"""Boxes of the upright picture among stored pixels, and on the grid of a JPEG's blocks."""

import numpy as np
import pytest

from index.photo.orientation import upright
from index.photo.stored_box import pixel_box, stored_box

SIZE = 4272, 2848


@pytest.mark.parametrize("orientation", range(1, 9))
def test_stored_box_holds_what_the_upright_box_holds(orientation):
    stored = np.arange(60 * 40 * 3, dtype=np.uint32).reshape(40, 60, 3).astype(np.uint8)
    seen = upright(stored, orientation)
    height, width = seen.shape[:2]
    box = 0.1, 0.2, 0.7, 0.9
    left, top, right, bottom = pixel_box(stored_box(box, orientation), (60, 40))
    part = upright(np.ascontiguousarray(stored[top:bottom, left:right]), orientation)
    wanted = seen[round(0.2 * height) : round(0.9 * height), round(0.1 * width) : round(0.7 * width)]
    assert np.array_equal(part, wanted)


def test_box_grows_to_the_grid_and_loses_nothing():
    box = 0.11, 0.23, 0.83, 0.87
    left, top, right, bottom = pixel_box(box, SIZE, (16, 8))
    assert (left % 16, top % 8) == (0, 0)
    assert 0 <= 0.11 * SIZE[0] - left < 16
    assert 0 <= 0.23 * SIZE[1] - top < 8
    assert 0 <= right - 0.83 * SIZE[0] < 1
    assert 0 <= bottom - 0.87 * SIZE[1] < 1


def test_whole_frame_stays_whole():
    assert pixel_box((0.0, 0.0, 1.0, 1.0), (4928, 3265), (16, 16), keep_shape=True) == (0, 0, 4928, 3265)


def test_rounded_share_does_not_cost_a_block():
    assert pixel_box((round(1 / 3, 5), 0.0, 1.0, 1.0), (4800, 3200), (16, 16))[0] == 1600


def test_shape_is_kept_while_the_box_grows():
    left, top, right, bottom = pixel_box((0.301, 0.202, 0.601, 0.602), SIZE, (16, 16), keep_shape=True)
    wanted = 0.3 * SIZE[0] / (0.4 * SIZE[1])
    assert (right - left) / (bottom - top) == pytest.approx(wanted, abs=0.001)
    assert left <= 0.301 * SIZE[0]
    assert top <= 0.202 * SIZE[1]
    assert right >= 0.601 * SIZE[0] - 0.2
    assert bottom >= 0.602 * SIZE[1] - 0.2


@pytest.mark.parametrize("start", [0.0, 0.111, 0.2334, 1 - 0.8 * 2848 / 4272])
def test_box_of_full_height_keeps_its_shape_less_than_a_step_beside_its_place(start):
    box = start, 0.0, start + 0.8 * SIZE[1] / SIZE[0], 1.0
    left, top, right, bottom = pixel_box(box, SIZE, (16, 16), keep_shape=True)
    assert (right - left, bottom - top) == (round(0.8 * SIZE[1]), SIZE[1])
    assert left % 16 == 0
    assert abs(left - start * SIZE[0]) < 16
    assert right <= SIZE[0]


@pytest.mark.parametrize("size", [(17, 9), (64, 4000), (20_000, 1_000)])
def test_odd_frames_are_never_left(size):
    for box in ((0.0, 0.0, 0.5, 0.5), (0.5, 0.5, 1.0, 1.0), (0.93, 0.93, 1.0, 1.0)):
        for keep_shape in (False, True):
            left, top, right, bottom = pixel_box(box, size, (16, 16), keep_shape=keep_shape)
            assert 0 <= left < right <= size[0]
            assert 0 <= top < bottom <= size[1]
