"""Noise patch by patch."""

import numpy as np
import pytest

from scoring.assessors.noise_patches import PATCH_PX
from scoring.overlays.noise_map import GRID, noise_map

LUMA_SHARE = (0.299**2 + 0.587**2 + 0.114**2) ** 0.5
"""Of independent noise in R, G and B, what arrives in luma (ITU-R BT.601)."""


def scene(sigma):
    """A noisy sky above stripes, black at the right."""
    rgb = np.full((640, 960, 3), 120.0)
    rgb[320:, ::2] = 200.0
    rgb += np.random.default_rng(4).normal(0, sigma, rgb.shape)
    rgb[:, 800:] = 0
    return np.clip(np.rint(rgb), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("sigma", [2.0, 4.0, 8.0])
def test_smooth_patches_measure_the_noise_that_was_added(sigma):
    found = noise_map(scene(sigma))
    assert float(np.median(found.sigma[found.smooth])) == pytest.approx(sigma * LUMA_SHARE, rel=0.1)


def test_texture_is_not_taken_for_noise_and_black_is_not_used():
    found = noise_map(scene(2.0))
    sky = found.top_px + PATCH_PX <= 320
    assert found.smooth[sky].any()
    assert not found.smooth[found.top_px >= 320].any()
    assert not found.usable[:, found.left_px >= 800].any()


def test_patches_lie_inside_the_picture_on_an_even_grid():
    found = noise_map(scene(1.0))
    assert found.sigma.shape == (GRID, GRID)
    assert (found.left_px[0], found.top_px[0]) == (0, 0)
    assert (found.left_px[-1], found.top_px[-1]) == (960 - PATCH_PX, 640 - PATCH_PX)


def test_a_picture_smaller_than_a_patch_has_none():
    assert noise_map(np.zeros((8, 300, 3), np.uint8)).sigma.size == 0
