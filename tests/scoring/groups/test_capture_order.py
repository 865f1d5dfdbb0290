"""In which order photos were taken, and which clocks can be believed."""

from datetime import UTC, datetime, timedelta, timezone

import numpy as np

from scoring.groups.capture_order import NONE, capture_order
from scoring.groups.closeness import Closeness, closeness, neighbours
from tests.scoring.groups.made_shoot import NOON, MadeShoot


def shoot_of(*rows):
    shoot = MadeShoot()
    for row in rows:
        shoot.add(**row)
    return shoot


def close(shoot, first, second):
    return closeness(capture_order(shoot.photos), np.array([first]), np.array([second]))[0]


def test_sub_seconds_order_frames_whose_names_do_not():
    shoot = shoot_of({"name": "b.jpg", "at_s": 0.1}, {"name": "a.jpg", "at_s": 0.3}, {"name": "c.jpg", "at_s": 0.2})
    assert capture_order(shoot.photos).in_order([0, 1, 2]) == (0, 2, 1)


def test_whole_seconds_are_ordered_by_file_number():
    rows = [{"name": f"DSC_{number:04d}.jpg", "at_s": 5.0} for number in (12, 10, 11)]
    order = capture_order(shoot_of(*rows).photos)
    assert order.in_order([0, 1, 2]) == (1, 2, 0)
    assert order.step_s.tolist() == [1.0, 1.0, 1.0]


def test_numbers_roll_over_from_9999_to_0001():
    shoot = shoot_of(*({"name": f"IMG_{number:04d}.jpg"} for number in (9998, 9999, 1, 2)))
    order = capture_order(shoot.photos)
    assert order.in_order(range(4)) == (0, 1, 2, 3)
    assert order.steps(np.array([1]), np.array([2])) == 1


def test_two_bodies_of_one_model_have_two_clocks():
    rows = [{"name": f"{body}.jpg", "at_s": 1.0, "camera": "R1", "body_serial": body} for body in ("11", "12")]
    assert np.isnan(capture_order(shoot_of(*rows).photos).gaps_s(np.array([0]), np.array([1])))[0]


def test_times_with_and_without_zone_on_one_clock_are_both_read_from_the_wall():
    zone = timezone(timedelta(hours=2))
    rows = [
        {"name": "a.jpg", "capture_time": NOON, "camera": "R1"},
        {"name": "b.jpg", "capture_time": (NOON + timedelta(seconds=3)).replace(tzinfo=zone), "camera": "R1"},
    ]
    assert capture_order(shoot_of(*rows).photos).gaps_s(np.array([0]), np.array([1]))[0] == 3.0


def test_zones_are_honoured_where_every_photo_has_one():
    zones = UTC, timezone(timedelta(hours=2))
    times = [datetime(2026, 5, 16, 10, tzinfo=zones[0]), datetime(2026, 5, 16, 12, tzinfo=zones[1])]
    rows = [{"name": f"{at}.jpg", "capture_time": time, "camera": "R1"} for at, time in enumerate(times)]
    assert capture_order(shoot_of(*rows).photos).gaps_s(np.array([0]), np.array([1]))[0] == 0.0


def test_a_clock_that_stands_still_is_not_believed():
    shoot = shoot_of(*({"name": f"DSC_{number:04d}.jpg", "at_s": 0.0, "camera": "R1"} for number in range(1, 501)))
    order = capture_order(shoot.photos)
    assert (order.clock == NONE).all()
    assert close(shoot, 0, 1) == Closeness.NEXT
    assert close(shoot, 0, 400) == Closeness.UNKNOWN


def test_clocks_of_1970_and_of_the_future_still_tell_gaps():
    for year in (1970, 2107):
        times = [datetime(year, 1, 1, 0, 0, second) for second in (1, 2)]
        shoot = shoot_of(*({"name": f"{at}.jpg", "capture_time": time} for at, time in enumerate(times)))
        assert close(shoot, 0, 1) == Closeness.NEXT


def test_a_clock_that_was_set_back_is_not_believed_against_the_file_numbers():
    shoot = shoot_of({"name": "IMG_0100.jpg", "at_s": 5}, {"name": "IMG_0900.jpg", "at_s": 6})
    assert close(shoot, 0, 1) == Closeness.UNKNOWN


def test_names_tell_the_time_where_exif_does_not():
    shoot = shoot_of({"name": "PXL_20240101_101112123.jpg"}, {"name": "PXL_20240101_101113000.jpg"})
    assert close(shoot, 0, 1) == Closeness.NEXT


def test_neighbours_are_named_once_and_only_within_a_minute():
    shoot = shoot_of(*({"name": f"{name}.jpg", "at_s": at_s} for name, at_s in (("a", 0), ("b", 1), ("c", 400))))
    first, second = neighbours(capture_order(shoot.photos), np.ones(3, bool))
    assert list(zip(first.tolist(), second.tolist(), strict=True)) == [(0, 1)]
