"""What the detail pass measures."""

import cv2
import numpy as np
import pytest

from scoring.detail import OCTAVES, TOP_OCTAVES, halvings, measure_detail


def detail_of(luma):
    return measure_detail(halvings(luma))


def half_textured(size=(768, 1152)):
    """Flat grey on the left, random texture on the right."""
    luma = np.full(size, 120, np.uint8)
    luma[:, size[1] // 2 :] = np.random.default_rng(5).integers(60, 200, (size[0], size[1] - size[1] // 2))
    return luma


def test_halvings_halve_and_keep_the_mean():
    levels = halvings(half_textured())
    assert [level.shape for level in levels] == [(768, 1152), (384, 576), (192, 288), (96, 144), (48, 72)]
    assert [level.mean() for level in levels] == pytest.approx([levels[0].mean()] * OCTAVES, abs=1.0)


@pytest.mark.parametrize("shape", [(768, 1152), (1152, 768), (1536, 2048), (512, 512), (301, 997), (160, 4000)])
def test_grid_follows_the_shape_with_nearly_square_tiles(shape):
    detail = detail_of(np.zeros(shape, np.uint8))
    rows, cols = detail.energy.shape[1:]
    assert 0.4 < (shape[0] / rows) / (shape[1] / cols) < 2.5
    assert detail.energy.shape[0] == OCTAVES
    assert detail.block_top.shape == (TOP_OCTAVES, *detail.block_range.shape)
    assert rows % detail.block_range.shape[0] == 0


def test_energy_lies_where_the_texture_is():
    energy = detail_of(half_textured()).energy
    left, right = energy[0, :, : energy.shape[2] // 2 - 1], energy[0, :, energy.shape[2] // 2 + 1 :]
    assert left.max() == 0.0
    assert right.min() > 100.0


def test_energy_is_the_mean_square_of_the_high_pass():
    luma = half_textured((512, 512))
    high_pass = cv2.absdiff(luma, cv2.GaussianBlur(luma, (5, 5), 0)).astype(np.float64)
    # Strips and sampled rows may differ from the whole by a few per cent.
    assert detail_of(luma).energy[0].mean() == pytest.approx((high_pass**2).mean(), rel=0.03)


def test_noise_energy_comes_from_the_flat_part():
    luma = half_textured().astype(np.float64) + np.random.default_rng(6).normal(0, 3, (768, 1152))
    noise = detail_of(np.clip(np.rint(luma), 0, 255).astype(np.uint8)).noise_energy
    # The high pass lets 0.794 of white noise's variance through; rounding adds a twelfth.
    assert noise[0] == pytest.approx(0.794 * (9 + 1 / 12), rel=0.1)
    assert noise[1] < noise[0] / 5


def test_noise_energy_does_not_take_an_even_texture_for_noise():
    rows, cols = np.indices((768, 1152))
    bricks = np.where((rows // 12 + cols // 12) % 2, 90, 150).astype(np.uint8)
    # No camera draws an edge within a pixel: its lens, filter and mosaic blur by about 0.8 px.
    bricks = cv2.GaussianBlur(bricks, (0, 0), 0.8)
    assert detail_of(bricks).noise_energy[0] == 0.0


def test_noise_energy_is_zero_where_all_is_clipped():
    assert detail_of(np.full((600, 900), 255, np.uint8)).noise_energy.tolist() == [0.0] * OCTAVES


def test_block_range_ignores_a_lone_hot_pixel():
    luma = np.full((768, 1152), 90, np.uint8)
    luma[100, 100] = 255
    assert detail_of(luma).block_range.max() < 24


def test_a_large_picture_is_measured_as_its_parts_are():
    """Large levels are sampled; what is sampled must give what every pixel gives."""
    small = np.random.default_rng(9).integers(60, 200, (600, 800), np.uint8)
    large = np.tile(small, (4, 4))
    whole, part = detail_of(large), detail_of(small)
    for octave in range(OCTAVES):
        assert whole.energy[octave].mean() == pytest.approx(part.energy[octave].mean(), rel=0.1)
    for octave in range(TOP_OCTAVES):
        assert whole.block_top[octave].mean() == pytest.approx(part.block_top[octave].mean(), rel=0.1)


def test_detail_hardly_moves_with_the_picture():
    waves = np.random.default_rng(10).normal(0, 1, (2608, 3208)).astype(np.float32)
    luma = np.clip(128 + 300 * cv2.GaussianBlur(waves, (0, 0), 1.5), 0, 255).astype(np.uint8)
    here, there = (detail_of(np.ascontiguousarray(luma[d : d + 2600, d : d + 3200])).energy[0] for d in (0, 5))
    assert np.percentile(np.abs(here / there - 1), 95) < 0.25
    assert here.mean() == pytest.approx(there.mean(), rel=0.01)
