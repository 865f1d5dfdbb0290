"""Why photos are a group, in words."""

import pytest

from scoring.groups.capture_order import capture_order
from scoring.groups.reasons import burst_reason, copies_reason, how_long, scene_reason
from tests.scoring.groups.made_shoot import MadeShoot


def order_of(times_s):
    shoot = MadeShoot()
    for at, time_s in enumerate(times_s):
        shoot.add(f"{at}.jpg", at_s=time_s)
    return capture_order(shoot.photos)


@pytest.mark.parametrize(
    ("seconds", "words"), [(40, "40 s"), (360, "6 min"), (3 * 3600, "3 h"), (2 * 86400, "2 days"), (100, "2 min")]
)
def test_times_are_told_in_the_unit_a_person_would_use(seconds, words):
    assert how_long(seconds) == words


@pytest.mark.parametrize(
    ("times_s", "words"),
    [
        ((0.0, 0.21), "2 frames in 0.2 s, same framing"),
        ((0.0, 6.04, 12.5), "3 frames in 12 s, same framing"),
        ((0.0, 0.0), "2 frames within a second, same framing"),
        ((0.0, 2.0), "2 frames in about 2 s, same framing"),
        ((None, None), "2 frames in a row, same framing"),
    ],
)
def test_a_burst_tells_no_more_than_its_clock_knows(times_s, words):
    assert burst_reason(order_of(times_s), range(len(times_s))) == words


@pytest.mark.parametrize(
    ("times_s", "words"),
    [
        ((0.0, 360.0), "same scene, 6 min later"),
        ((0.0, 60.0, 720.0), "3 frames of the same scene within 12 min"),
        ((None, None), "2 frames of the same scene"),
    ],
)
def test_a_scene_tells_how_much_later(times_s, words):
    assert scene_reason(order_of(times_s), range(len(times_s))) == words


def test_copies_of_one_picture_are_counted():
    assert copies_reason(["the same picture data"]) == "the same picture data"
    assert copies_reason(["the same picture data"] * 2) == "3 files of the same picture data"
    assert copies_reason(["the same picture, edited", "the same picture data"]) == "the same picture in 3 versions"
