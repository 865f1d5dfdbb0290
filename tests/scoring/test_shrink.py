"""Smaller copies keep what a viewer would see."""

import cv2
import numpy as np
import pytest

from scoring.shrink import shrunk, shrunk_to_long_edge


@pytest.mark.parametrize("size", [(100, 80), (61, 40), (200, 160), (30, 150), (1, 1)])
def test_shrunk_has_exactly_the_size_asked_for(size):
    assert shrunk(np.zeros((160, 200, 3), np.uint8), *size).shape == (size[1], size[0], 3)


def test_shrunk_averages_what_is_too_fine_to_show():
    checker = np.indices((600, 800)).sum(axis=0) % 2 * 200
    rgb = np.repeat(checker[..., None], 3, axis=2).astype(np.uint8)
    assert np.unique(shrunk(rgb, 300, 225)).tolist() == [100]


def test_shrunk_stays_close_to_exact_area_averages():
    noise = np.random.default_rng(3).integers(0, 255, (600, 900, 3), np.uint8)
    rgb = cv2.GaussianBlur(noise, (0, 0), 3)
    exact = cv2.resize(rgb, (240, 160), interpolation=cv2.INTER_AREA)
    assert np.abs(shrunk(rgb, 240, 160).astype(int) - exact).mean() < 1.5


def test_small_photo_is_never_enlarged():
    rgb = np.zeros((50, 60, 3), np.uint8)
    assert shrunk_to_long_edge(rgb, 1024) is rgb
