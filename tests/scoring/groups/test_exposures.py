"""How much light each photo took in, as far as its EXIF says."""

import pytest

from index.photo.record import ExifFacts
from scoring.groups.exposures import exposure_ev, same_exposure, tells_same

USUAL = {"exposure_time_s": 1 / 250, "iso": 100, "f_number": 8.0}


def ev_above_usual(**facts):
    return exposure_ev(ExifFacts(**(USUAL | facts))) - exposure_ev(ExifFacts(**USUAL))


@pytest.mark.parametrize(
    ("facts", "ev"),
    [
        ({"exposure_time_s": 1 / 125}, 1.0),
        ({"exposure_time_s": 1 / 500}, -1.0),
        ({"iso": 400}, 2.0),
        ({"f_number": 4.0}, 2.0),
        ({"exposure_time_s": 1 / 125, "iso": 50}, 0.0),
    ],
)
def test_a_longer_time_a_higher_iso_and_a_wider_aperture_are_brighter(facts, ev):
    assert ev_above_usual(**facts) == pytest.approx(ev)


def test_without_a_time_the_compensation_tells():
    assert exposure_ev(ExifFacts(exposure_bias_ev=-1.3, iso=400)) == -1.3
    assert exposure_ev(ExifFacts(iso=400)) is None


def test_a_time_goes_before_the_compensation():
    assert ev_above_usual(exposure_bias_ev=-2.0) == 0.0


@pytest.mark.parametrize(
    "facts", [{"exposure_time_s": 0.0}, {"iso": 0}, {"f_number": 0.0}, {"f_number": 1e-200}, {"f_number": 1e200}]
)
def test_numbers_that_no_camera_has_are_no_error(facts):
    ev = exposure_ev(ExifFacts(**(USUAL | facts)))
    assert ev is None or isinstance(ev, float)


def test_photos_that_tell_different_facts_cannot_be_compared():
    full = ExifFacts(**USUAL)
    for fact in USUAL:
        less = ExifFacts(**(USUAL | {fact: None}))
        assert not tells_same(full, less)
        assert tells_same(less, less)
        assert same_exposure(full, less, 0.1)


def test_exposures_are_the_same_within_the_ev_given():
    one, other = ExifFacts(**USUAL), ExifFacts(**(USUAL | {"exposure_time_s": 1 / 125}))
    assert same_exposure(one, other, 1.01)
    assert not same_exposure(one, other, 0.99)
    assert not same_exposure(other, one, 0.99)


def test_photos_that_say_nothing_may_have_been_exposed_alike():
    for other in (ExifFacts(**USUAL), ExifFacts(exposure_bias_ev=-1.0), ExifFacts()):
        assert same_exposure(ExifFacts(), other, 0.0)
        assert same_exposure(other, ExifFacts(), 0.0)
