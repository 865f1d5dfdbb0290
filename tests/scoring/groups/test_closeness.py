"""How close two photos were taken, by clocks and by file numbers, and which photos follow one another."""

import numpy as np
import pytest

from scoring.groups.capture_order import capture_order
from scoring.groups.closeness import NEIGHBOURS, Closeness, closeness, neighbours, runs_of
from tests.scoring.groups.made_shoot import MadeShoot

NOBODY = np.empty(0, np.int64)


def order_of(*photos):
    """(name, seconds) of each."""
    shoot = MadeShoot()
    for name, at_s in photos:
        shoot.add(name, at_s=at_s)
    return capture_order(shoot.photos)


def timed(*times_s):
    return order_of(*((f"{'abcdefgh'[at]}.jpg", at_s) for at, at_s in enumerate(times_s)))


def numbered(*numbers):
    return order_of(*((f"IMG_{number:04d}.JPG", None) for number in numbers))


def close(order):
    return Closeness(int(closeness(order, np.array([0]), np.array([1]))[0]))


def pairs(order, kept=None):
    kept = np.ones(len(order.clock), bool) if kept is None else np.array(kept)
    return sorted(zip(*(side.tolist() for side in neighbours(order, kept)), strict=True))


def runs(order, most_gap_s, kept=None):
    kept = np.ones(len(order.clock), bool) if kept is None else np.array(kept)
    return [run.tolist() for run in runs_of(order, kept, most_gap_s)]


@pytest.mark.parametrize(
    ("gap_s", "level"),
    [
        (0, Closeness.NEXT),
        (4, Closeness.NEXT),
        (5, Closeness.MINUTE),
        (60, Closeness.MINUTE),
        (61, Closeness.OUTING),
        (3600, Closeness.OUTING),
        (3601, Closeness.UNKNOWN),
    ],
)
def test_seconds_tell_how_close_whichever_came_first(gap_s, level):
    assert close(timed(0, gap_s)) == close(timed(gap_s, 0)) == level


@pytest.mark.parametrize(
    ("steps", "level"),
    [
        (2, Closeness.NEXT),
        (3, Closeness.MINUTE),
        (6, Closeness.MINUTE),
        (7, Closeness.OUTING),
        (60, Closeness.OUTING),
        (61, Closeness.UNKNOWN),
    ],
)
def test_file_numbers_tell_it_where_no_clock_does(steps, level):
    assert close(numbered(100, 100 + steps)) == level


def test_the_clock_goes_before_the_file_numbers():
    assert close(order_of(("IMG_0001.JPG", 0), ("IMG_0002.JPG", 7200))) == Closeness.UNKNOWN


def test_a_fast_camera_counts_thirty_a_second_and_as_many_beyond():
    assert close(order_of(("IMG_0001.JPG", 0), ("IMG_0061.JPG", 1))) == Closeness.NEXT
    assert close(order_of(("IMG_0001.JPG", 0), ("IMG_0062.JPG", 1))) == Closeness.UNKNOWN


def test_nothing_speaks_for_photos_of_two_reels_or_of_none():
    assert close(order_of(("IMG_0001.JPG", None), ("DSC_0002.JPG", None))) == Closeness.UNKNOWN
    assert close(order_of(("beach.jpg", None), ("sea.jpg", None))) == Closeness.UNKNOWN


def test_neighbours_reach_over_one_or_two_others():
    assert pairs(timed(0, 1, 2, 3, 4)) == [
        (one, other) for one in range(5) for other in range(one + 1, min(5, one + 1 + NEIGHBOURS))
    ]


def test_neighbours_reach_over_photos_that_are_set_aside():
    kept = [True, False, False, False, True]
    assert pairs(timed(0, 1, 2, 3, 4), kept) == [(0, 4)]


def test_neighbours_are_told_first_smaller_whatever_the_order_of_time():
    assert pairs(timed(9, 5)) == [(0, 1)]


def test_neighbours_of_untimed_photos_follow_their_numbers():
    assert pairs(numbered(13, 11, 90)) == [(0, 1)]


def test_runs_end_where_a_pause_is_too_long():
    assert runs(timed(0, 2, 4, 9, 10), 2.0) == [[0, 1, 2], [3, 4]]


def test_runs_of_numbers_leave_none_out_whatever_pause_is_allowed():
    assert runs(numbered(1, 2, 4, 5, 9), 1e9) == [[0, 1], [2, 3]]


def test_runs_know_only_kept_photos_and_none_of_a_single_one():
    assert runs(timed(0, 1, 2), 1.0, [True, False, True]) == []
    assert runs(timed(0, 1, 2), 2.0, [True, False, True]) == [[0, 2]]


@pytest.mark.parametrize("count", [0, 1])
def test_no_photos_and_one_have_no_neighbours(count):
    order = timed(*range(count))
    assert pairs(order) == []
    assert runs(order, 10.0) == []
    assert closeness(order, NOBODY, NOBODY).shape == (0,)
