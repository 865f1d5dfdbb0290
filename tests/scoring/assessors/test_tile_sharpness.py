"""What the tile map of sharpness promises."""

import cv2
import numpy as np
import pytest

from scoring.assessors.tile_sharpness import tile_sharpness
from scoring.detail import halvings, measure_detail


def tiles_of(luma):
    return tile_sharpness(measure_detail(halvings(luma)))


def chequers(low=40, high=210, size=(1024, 1536), step=24):
    """A chequered wall as a camera sees it: blurred by 0.8 px."""
    rows, cols = np.indices(size)
    return cv2.GaussianBlur(np.where((rows // step + cols // step) % 2, high, low).astype(np.uint8), (0, 0), 0.8)


def test_tile_sharpness_falls_with_every_blur():
    means = [tiles_of(cv2.GaussianBlur(chequers(), (0, 0), sigma)).sharpness.mean() for sigma in (0.5, 1, 2, 4, 8)]
    assert means == sorted(means, reverse=True)
    assert means[-1] < 0.5 * means[0]


def test_tile_sharpness_is_free_of_contrast():
    strong, weak = tiles_of(chequers(20, 230)), tiles_of(chequers(110, 140))
    assert strong.sharpness.mean() == pytest.approx(weak.sharpness.mean(), rel=0.1)


def test_tile_sharpness_of_a_soft_but_strong_part_loses_to_a_sharp_but_weak_one():
    luma = cv2.GaussianBlur(chequers(0, 255), (0, 0), 5)
    luma[:, 768:] = chequers(110, 150)[:, 768:]
    sharpness = tiles_of(luma).sharpness
    middle = sharpness.shape[1] // 2
    assert sharpness[:, middle + 2 :].min() > sharpness[:, : middle - 2].max()


def test_tile_without_edges_is_not_judged():
    luma = np.full((1024, 1536), 100, np.uint8)
    luma[:, :768] = chequers()[:, :768]
    tiles = tiles_of(luma)
    middle = tiles.judged.shape[1] // 2
    assert tiles.judged[:, : middle - 1].all()
    assert not tiles.judged[:, middle + 1 :].any()
    assert tiles.sharpness[~tiles.judged].max() == 0.0


def test_tile_sharpness_does_not_take_noise_for_detail():
    soft = cv2.GaussianBlur(chequers(), (0, 0), 4)
    soft[:, 1200:] = 120
    noisy = np.clip(soft + np.random.default_rng(3).normal(0, 6, soft.shape), 0, 255).astype(np.uint8)
    assert tiles_of(noisy).sharpness.mean() < 1.1 * tiles_of(soft).sharpness.mean()
