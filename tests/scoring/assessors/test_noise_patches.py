"""What measuring noise in patches promises."""

import numpy as np
import pytest

from scoring.assessors.noise_patches import measure_patches


def grey_with(noise, size=256, code=128.0):
    return np.clip(np.rint(np.full((size, size, 3), code) + noise), 0, 255).astype(np.uint8)


def normal(size=256):
    return np.random.default_rng(7).standard_normal((size, size, 1))


def everywhere(rgb, side_px=16):
    rows, columns = (np.arange(0, length - side_px + 1, side_px) for length in rgb.shape[:2])
    down, right = np.meshgrid(rows, columns, indexing="ij")
    return measure_patches(rgb, down.ravel(), right.ravel(), side_px)


@pytest.mark.parametrize("sigma", [2.0, 5.0, 10.0])
def test_patches_of_plain_grey_show_the_noise_that_was_added(sigma):
    patches = everywhere(grey_with(sigma * normal()))
    assert np.median(patches.luma) == pytest.approx(sigma, rel=0.05)
    assert np.median(patches.seen) == pytest.approx(sigma, rel=0.05)
    assert np.median(patches.chroma) < 0.01
    assert np.median(patches.tone) == pytest.approx(128.0, abs=0.5)


def test_patches_averaged_down_show_as_much_less_of_white_noise_as_there_are_fewer_pixels():
    rgb = grey_with(8.0 * normal(1024), 1024)
    whole, reduced = everywhere(rgb), everywhere(rgb, 48)
    assert np.median(reduced.luma) == pytest.approx(np.median(whole.luma) / 3, rel=0.05)


def test_patches_show_colour_noise_apart_from_luma_noise():
    red_only = np.concatenate([1.402 * normal(), -0.714136 * normal(), 0.0 * normal()], axis=2)
    patches = everywhere(grey_with(5.0 * red_only))
    assert np.median(patches.red_difference) == pytest.approx(5.0, rel=0.05)
    assert np.median(patches.luma) < 0.5


def test_patches_take_smooth_shading_for_no_noise():
    x, y = np.meshgrid(np.linspace(-1, 1, 256), np.linspace(-1, 1, 256))
    shading = (60.0 * x + 30.0 * y * y)[..., None]
    assert np.median(everywhere(grey_with(shading)).luma) < 0.4


def test_patches_of_noise_are_even_and_of_things_are_not():
    y, x = np.mgrid[:256, :256]
    pebbles = 20.0 * (np.hypot(x % 21 - 10, y % 23 - 11) < 5.0)[..., None]
    assert np.median(everywhere(grey_with(5.0 * normal())).unevenness) < 2.0
    assert np.median(everywhere(grey_with(pebbles)).unevenness) > 2.6


@pytest.mark.parametrize("code", [0.0, 8.0, 245.0, 255.0])
def test_patches_near_black_or_white_are_left_out(code):
    assert len(everywhere(grey_with(2.0 * normal(), code=code)).luma) == 0


def test_patches_with_one_clipped_colour_are_kept_and_with_two_are_not():
    sky, lamp = np.full((64, 64, 3), (90, 150, 255), np.uint8), np.full((64, 64, 3), (255, 150, 0), np.uint8)
    assert len(everywhere(sky).luma) == 16
    assert len(everywhere(lamp).luma) == 0


def test_patches_say_which_places_they_are():
    rgb = np.full((64, 64, 3), 128, np.uint8)
    rgb[:, :32] = 255
    assert everywhere(rgb).where.tolist() == [2, 3, 6, 7, 10, 11, 14, 15]
    assert everywhere(rgb).at(np.arange(8) < 2).where.tolist() == [2, 3]


def test_patches_of_no_place_are_none():
    nowhere = np.zeros(0, np.int64)
    assert len(measure_patches(np.full((4, 4, 3), 128, np.uint8), nowhere, nowhere).luma) == 0
