"""Why photos are a group, in words."""

import pytest

from scoring.groups.capture_order import capture_order
from scoring.groups.reasons import burst_reason, copies_reason, how_long, scene_reason, with_copies
from tests.scoring.groups.made_shoot import MadeShoot


def shoot_of(times_s):
    shoot = MadeShoot()
    for at, time_s in enumerate(times_s):
        shoot.add(f"{at}.jpg", at_s=time_s)
    return shoot


def order_of(times_s):
    return capture_order(shoot_of(times_s).photos)


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
    shoot = shoot_of(times_s)
    assert scene_reason(shoot.photos, capture_order(shoot.photos), range(len(times_s))) == words


def told_by_cameras(*frames):
    """The reason for a scene of `(seconds after noon, camera, body's number)`."""
    shoot = MadeShoot()
    for at, (time_s, camera, serial) in enumerate(frames):
        shoot.add(f"{at}.jpg", at_s=time_s, camera=camera, body_serial=serial)
    return scene_reason(shoot.photos, capture_order(shoot.photos), range(len(frames)))


def test_a_scene_by_two_cameras_tells_so_and_how_far_their_clocks_are_apart():
    hours = [(at, "Canon R5", None) for at in (0, 1, 2)] + [(7 * 3600 + at, "Canon R6", None) for at in (0, 1)]
    assert told_by_cameras(*hours) == "5 frames of the same scene by two cameras, 7 h apart by their clocks"


def test_two_bodies_of_one_model_are_two_cameras_where_both_write_their_numbers():
    assert "two cameras" in told_by_cameras((0, "Canon R5", "1"), (60, "Canon R5", "2"))
    assert "camera" not in told_by_cameras((0, "Canon R5", "1"), (60, "Canon R5", None))


def test_cameras_that_took_turns_or_have_no_clock_are_told_without_a_time():
    turns = ((0, "A", None), (5, "B", None), (10, "A", None))
    assert told_by_cameras(*turns) == "3 frames of the same scene by two cameras"
    assert told_by_cameras((None, "A", None), (5, "B", None)) == "2 frames of the same scene by two cameras"
    assert told_by_cameras(*turns, (0, "C", None)) == "4 frames of the same scene by three cameras"


def test_copies_among_frames_are_counted_beside_them():
    assert with_copies("5 frames in 1.0 s, same framing", 5) == "5 frames in 1.0 s, same framing, and 5 copies"
    assert with_copies("2 frames of the same scene", 1) == "2 frames of the same scene, and 1 copy"
    assert with_copies("2 frames of the same scene", 0) == "2 frames of the same scene"


def test_copies_of_one_picture_are_counted():
    assert copies_reason(["the same picture data"]) == "the same picture data"
    assert copies_reason(["the same picture data"] * 2) == "3 files of the same picture data"
    assert copies_reason(["the same picture, edited", "the same picture data"]) == "the same picture in 3 versions"
