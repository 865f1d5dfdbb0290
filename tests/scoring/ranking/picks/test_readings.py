"""What frames of a group are compared by, and when two readings may be."""

import math

import pytest

from scoring.ranking.picks.readings import CRISPNESS, FACTORS, compared_by, difference, readings_of
from tests.scoring.ranking.picks.made_photos import LEFT_PX, faces, focus, light, photo, sharp, soft


def test_sharper_eyes_open_and_higher_rated_read_higher():
    blink = photo(1, faces=faces((3000, 800, 0.02, 0.5)), rating=5.0)
    good = photo(2, faces=faces((3000, 800, 0.99, 0.5)), rating=6.0)
    one, other = readings_of([blink, good])
    assert one["eyes"] < other["eyes"]
    assert one["rating"] == pytest.approx(5.0)
    assert other["rating"] == pytest.approx(6.0)
    shaken, crisper = readings_of([soft(1), sharp(2)])
    assert shaken["sharpness"] < crisper["sharpness"]
    assert shaken["crispness"] < crisper["crispness"]


def test_what_was_not_judged_takes_no_part():
    assert set(readings_of([photo(1)])[0]) == {"rating"}


def test_noise_is_no_factor():
    assert "noise" not in FACTORS


def test_frames_of_another_size_are_not_compared_by_their_pixels():
    small = sharp(3, size_px=(3000, 2000), exposure=light())
    usual, _, other = readings_of([sharp(1), sharp(2), small])
    assert "sharpness" in usual
    assert not {"sharpness", "crispness", "eye_sharpness"} & set(other)


def test_frames_that_show_another_subject_are_compared_by_crispness_alone():
    shows_other = sharp(3, focus=focus(0.5, box_px=LEFT_PX))
    *same, other = readings_of([sharp(1), sharp(2), shows_other])
    assert all("sharpness" in one for one in same)
    assert "sharpness" not in other
    assert compared_by(same[0], other, "sharpness") is CRISPNESS
    assert compared_by(same[0], same[1], "sharpness") is FACTORS["sharpness"]
    assert compared_by(same[0], other, "exposure") is FACTORS["exposure"]


def test_differences_are_signed_and_0_where_either_takes_no_part():
    assert difference({"exposure": -0.2}, {"exposure": -0.7}, "exposure") == pytest.approx(0.5)
    assert difference({"exposure": -0.7}, {"exposure": -0.2}, "exposure") == pytest.approx(-0.5)
    assert difference({"exposure": -0.7}, {}, "exposure") == 0.0


@pytest.mark.parametrize(
    ("shown", "crispness", "told"),
    [("one", (0.8, 0.5), 0.3), ("one", (0.5, 0.8), 0.0), ("other", (0.5, 0.8), -0.3), ("other", (0.8, 0.5), 0.0)],
)
def test_a_frame_without_the_subject_can_be_proven_softer_never_sharper(shown, crispness, told):
    one, other = ({"crispness": value} for value in crispness)
    (one if shown == "one" else other)["sharpness"] = 0.5
    assert difference(one, other, "sharpness") == pytest.approx(told)


def test_where_neither_shows_the_subject_the_crisper_frame_is_sharper():
    assert difference({"crispness": 0.8}, {"crispness": 0.5}, "sharpness") == pytest.approx(0.3)
    assert difference({"crispness": 0.8}, {}, "sharpness") == 0.0


@pytest.mark.parametrize("name", FACTORS)
def test_a_difference_must_pass_both_what_strays_and_what_is_seen(name):
    factor = FACTORS[name]
    assert factor.least_gap >= factor.noticed_from
    assert factor.least_gap >= math.sqrt(2) * factor.repeats_within
    assert factor.least_gap in (factor.noticed_from, math.sqrt(2) * factor.repeats_within)
