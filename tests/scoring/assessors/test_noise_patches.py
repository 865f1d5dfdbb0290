"""What measuring noise in patches promises."""

import numpy as np
import pytest

from scoring.assessors.noise_patches import measure_patches


def grey_with(noise, size=256, code=128.0):
    return np.clip(np.rint(np.full((size, size, 3), code) + noise), 0, 255).astype(np.uint8)


def normal(size=256):
    return np.random.default_rng(7).standard_normal((size, size, 1))


@pytest.mark.parametrize("sigma", [2.0, 5.0, 10.0])
def test_patches_of_plain_grey_show_the_noise_that_was_added(sigma):
    patches = measure_patches(grey_with(sigma * normal()))
    assert np.median(patches.luma) == pytest.approx(sigma, rel=0.05)
    assert np.median(patches.red_difference) < 0.01


def test_patches_show_colour_noise_apart_from_luma_noise():
    red_only = np.concatenate([1.402 * normal(), -0.714136 * normal(), 0.0 * normal()], axis=2)
    patches = measure_patches(grey_with(5.0 * red_only))
    assert np.median(patches.red_difference) == pytest.approx(5.0, rel=0.05)
    assert np.median(patches.luma) < 0.5


def test_patches_take_smooth_shading_for_no_noise():
    x, y = np.meshgrid(np.linspace(-1, 1, 256), np.linspace(-1, 1, 256))
    shading = (60.0 * x + 30.0 * y * y)[..., None]
    assert np.median(measure_patches(grey_with(shading)).luma) < 0.4


@pytest.mark.parametrize("code", [0.0, 8.0, 245.0, 255.0])
def test_patches_near_black_or_white_are_left_out(code):
    patches = measure_patches(grey_with(2.0 * normal(), code=code))
    assert len(patches.luma) == 0
    assert patches.cut == 256


def test_patches_are_bounded_in_number_however_large_the_photo():
    assert measure_patches(np.full((1200, 1600, 3), 128, np.uint8)).cut == 1024


@pytest.mark.parametrize("shape", [(1, 1, 3), (8, 400, 3), (400, 15, 3)])
def test_patches_of_a_frame_smaller_than_a_patch_are_none(shape):
    assert measure_patches(np.full(shape, 128, np.uint8)).cut == 0
