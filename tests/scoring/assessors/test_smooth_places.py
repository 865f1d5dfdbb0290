"""What choosing smooth places promises."""

import numpy as np
import pytest

from scoring.assessors.smooth_places import LUMA_KEPT, PLACE_PX, PLACES_PER_TONE, TONES, smooth_places
from scoring.detail import halvings


def sky_beside_leaves():
    luma = np.full((512, 1024), 120, np.uint8)
    patches = np.random.default_rng(1).integers(100, 140, (64, 64)).astype(np.uint8)
    luma[:, 512:] = patches.repeat(8, axis=0).repeat(8, axis=1)
    return luma


def test_smooth_places_lie_in_the_sky_and_not_in_the_leaves():
    _, columns = smooth_places(halvings(sky_beside_leaves()))
    assert np.count_nonzero(columns < 512) == PLACES_PER_TONE


def test_smooth_places_are_found_at_every_brightness():
    luma = np.linspace(0, 255, 2048).astype(np.uint8)[None].repeat(1024, axis=0)
    rows, columns = smooth_places(halvings(luma))
    assert len(rows) == TONES * PLACES_PER_TONE
    middles = luma[rows + PLACE_PX // 2, columns + PLACE_PX // 2]
    assert middles.min() < LUMA_KEPT[0] + 32
    assert middles.max() > LUMA_KEPT[1] - 32


def test_smooth_places_are_distinct_and_inside_the_frame():
    luma = np.random.default_rng(2).integers(0, 256, (301, 407), np.uint8)
    rows, columns = smooth_places(halvings(luma))
    assert len({*zip(rows.tolist(), columns.tolist(), strict=True)}) == len(rows) > 0
    assert rows.max() + PLACE_PX <= 301
    assert columns.max() + PLACE_PX <= 407


@pytest.mark.parametrize("code", [0, 8, 240, 255])
def test_smooth_places_are_none_where_all_is_black_or_white(code):
    rows, columns = smooth_places(halvings(np.full((256, 256), code, np.uint8)))
    assert len(rows) == len(columns) == 0


@pytest.mark.parametrize("shape", [(1, 1), (8, 3000), (3000, 15)])
def test_smooth_places_of_a_frame_smaller_than_a_place_are_none(shape):
    assert len(smooth_places(halvings(np.full(shape, 128, np.uint8)))[0]) == 0
