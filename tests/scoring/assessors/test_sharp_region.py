"""What the sharp region promises."""

import numpy as np
import pytest

from scoring.assessors.sharp_region import find_sharp_region, peak_sharpness
from scoring.assessors.tile_sharpness import TileSharpness


def tiles(sharpness, judged=None):
    sharpness = np.asarray(sharpness, np.float64)
    judged = np.ones(sharpness.shape, bool) if judged is None else judged
    return TileSharpness(sharpness, judged, np.full(sharpness.shape, 10.0))


def soft_with(*patches):
    sharpness = np.full((20, 30), 0.1)
    for rows, cols, value in patches:
        sharpness[rows, cols] = value
    return tiles(sharpness)


def test_region_is_the_box_of_the_sharp_tiles():
    region = find_sharp_region(soft_with((slice(10, 15), slice(3, 9), 0.6)))
    assert region.box == pytest.approx((3 / 30, 10 / 20, 9 / 30, 15 / 20))
    assert region.centre == pytest.approx((6 / 30, 12.5 / 20))
    assert region.peak == pytest.approx(0.6)
    assert region.spread == pytest.approx(30 / 600)


def test_region_is_the_largest_of_two_groups():
    region = find_sharp_region(soft_with((slice(0, 2), slice(0, 2), 0.62), (slice(10, 15), slice(20, 28), 0.6)))
    assert region.box[0] == pytest.approx(20 / 30)
    assert region.contiguity == pytest.approx(40 / 44)


def test_region_of_an_evenly_sharp_picture_is_all_of_it():
    region = find_sharp_region(tiles(np.full((20, 30), 0.5)))
    assert region.box == (0.0, 0.0, 1.0, 1.0)
    assert region.spread == 1.0


def test_peak_of_tiles_that_were_not_judged_is_zero():
    everything = np.ones((20, 30), bool)
    assert peak_sharpness(tiles(np.full((20, 30), 0.5), judged=~everything), everything) == 0.0
