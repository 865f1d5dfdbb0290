"""Exposure that is wrong by itself: never what may be meant, never a dark frame with a lit part for a black one."""

import pytest

from scoring.ranking.picks.wrong_exposure import (
    MEANT_BRIGHT,
    MEANT_DARK,
    beyond_normal_ev,
    is_nearly_black,
    is_nearly_white,
    is_severe,
    is_spent,
    is_well_exposed,
    off_ev,
    white_share,
)
from tests.scoring.ranking.picks.made_photos import NOT_JUDGED, black, light, photo, well_exposed


def lit(*said, **more):
    return photo(1, exposure=light(*said, **more))


@pytest.mark.parametrize("ev", [-0.8, 0.0, 0.9])
def test_a_normal_level_is_not_off(ev):
    assert off_ev(lit(ev)) == beyond_normal_ev(ev) == 0.0


@pytest.mark.parametrize(("ev", "severe"), [(-1.0, False), (-1.9, True), (1.2, False), (1.6, True)])
def test_beyond_it_a_frame_is_as_far_off_as_was_judged(ev, severe):
    assert off_ev(lit(ev)) == ev
    assert beyond_normal_ev(ev) > 0.0
    assert is_severe(ev) is severe


@pytest.mark.parametrize(("ev", "signs"), [(-3.0, MEANT_DARK), (3.0, MEANT_BRIGHT)])
def test_what_looks_meant_is_not_clearly_wrong(ev, signs):
    for sign in signs:
        assert off_ev(lit(ev, **{sign: 0.7})) == 0.0
        assert off_ev(lit(-ev, **{sign: 0.7})) == -ev
    assert off_ev(lit(ev, confidence=0.36)) == 0.0


def test_a_dark_subject_in_a_frame_of_normal_brightness_is_not_clearly_wrong():
    assert off_ev(lit(0.1, judged_ev_offset=-1.9)) == 0.0


def test_what_was_not_judged_is_nothing_of_all_this():
    for one in (photo(1), photo(1, exposure=NOT_JUDGED)):
        assert off_ev(one) == white_share(one) == 0.0
        assert not any(is_so(one) for is_so in (is_nearly_black, is_nearly_white, is_spent, is_well_exposed))


def test_next_to_nothing_exposed_is_black():
    assert is_nearly_black(photo(1, exposure=black()))


@pytest.mark.parametrize(
    "lit_part",
    [
        {"low_key": 0.8},
        {"brightest_ev_above_grey": 0.5},
        {"zones": [0.97, 0.01, 0.01, 0.0, 0.0, 0.002, 0.0, 0.0, 0.0, 0.0, 0.008]},
        {"zones": [0.5, 0.3, 0.2, *[0.0] * 8]},
        {"silhouette": 0.8},
    ],
)
def test_a_dark_frame_with_a_lit_part_is_not_black(lit_part):
    assert not is_nearly_black(photo(1, exposure=black(**lit_part)))


def test_most_of_it_blown_is_white_unless_that_is_a_backdrop():
    assert is_nearly_white(lit(3.2, blown=0.65))
    assert not is_nearly_white(lit(3.2, blown=0.5))
    assert not is_nearly_white(lit(3.2, blown=0.65, white_backdrop=0.4, backdrop_clipped_to_white=0.65))


def test_sharpness_means_nothing_three_ev_off():
    assert is_spent(lit(-3.1))
    assert not is_spent(lit(-2.5))


def test_well_exposed_is_a_normal_level_of_good_value():
    assert is_well_exposed(photo(1, exposure=well_exposed()))
    assert not is_well_exposed(lit(0.2, value=0.6))
    assert not is_well_exposed(lit(-1.0, value=0.9))
