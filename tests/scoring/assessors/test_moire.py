"""Colour moire is made here as a camera makes it: a fine grey grating behind a Bayer mosaic."""

from itertools import combinations

import cv2
import numpy as np
import pytest

from scoring.assessors.moire import FEWEST_TILES, TILE_PX, _suspects, moire_tiles


def grating(cycles_per_px, slant=0.05):
    down, across = np.mgrid[0:512, 0:512]
    return np.uint8(128 + 90 * np.sin(2 * np.pi * (cycles_per_px * across + slant * down)))


def through_a_mosaic(grey):
    return cv2.cvtColor(grey, cv2.COLOR_BayerRG2RGB)


@pytest.mark.parametrize("cycles_per_px", [0.42, 0.46])
def test_moire_of_a_grating_finer_than_the_mosaic_is_seen(cycles_per_px):
    rgb = through_a_mosaic(grating(cycles_per_px))
    assert moire_tiles(rgb, rgb) >= FEWEST_TILES


def test_moire_is_not_a_grating_that_the_mosaic_resolves():
    rgb = through_a_mosaic(grating(0.1))
    assert moire_tiles(rgb, rgb) == 0


def test_moire_is_not_striped_cloth():
    stripes = (grating(0.12)[..., None] / 255.0 * (220, 60, 40)).astype(np.uint8)
    blue_and_red = np.where(grating(0.12)[..., None] > 128, (200, 40, 40), (60, 60, 150)).astype(np.uint8)
    assert moire_tiles(stripes, stripes) == 0
    assert moire_tiles(blue_and_red, blue_and_red) == 0


def test_moire_is_claimed_of_no_camera_photo(camera_frame):
    assert moire_tiles(camera_frame.rgb, camera_frame.small) < FEWEST_TILES


@pytest.mark.parametrize("seed", range(12))
def test_moire_is_looked_for_in_tiles_that_do_not_overlap_at_the_border_either(seed):
    rng = np.random.default_rng(seed)
    rgb = np.full((1200, 1700, 3), 128, np.uint8)
    for top in rng.integers(0, 1060, 3):
        rgb[top : top + 140, :70] = rng.integers(0, 256, (140, 70, 3))
    rgb = cv2.GaussianBlur(rgb, (0, 0), 1)
    corners = _suspects(rgb, cv2.resize(rgb, (512, 361), interpolation=cv2.INTER_AREA))
    assert len(corners) > 1
    assert all(max(np.abs(np.subtract(*pair))) >= TILE_PX for pair in combinations(corners, 2))


@pytest.mark.parametrize("shape", [(1, 1, 3), (40, 4000, 3), (300, 400, 3)])
def test_moire_of_an_even_or_narrow_frame_is_none(shape):
    rgb = np.full(shape, 128, np.uint8)
    assert moire_tiles(rgb, rgb) == 0
