"""The published method that the saliency network is measured against still does what it did when it shipped."""

import cv2
import numpy as np
import pytest

from tests.benchmarks.truth.boolean_map_saliency import boolean_map_saliency


def disc_on_grass():
    grass = np.random.default_rng(2).normal(0, 12, (600, 900, 1)) + np.array([70, 120, 50])
    return cv2.circle(np.clip(grass, 0, 255).astype(np.uint8), (450, 300), 80, (220, 40, 30), -1)


def test_boolean_maps_are_highest_on_what_differs_from_its_surroundings():
    saliency = boolean_map_saliency(disc_on_grass())
    assert (float(saliency.min()), float(saliency.max()), saliency.shape) == (0.0, 1.0, (85, 128))
    row, col = np.unravel_index(np.argmax(saliency), saliency.shape)
    assert row / saliency.shape[0] == pytest.approx(0.5, abs=0.15)
    assert col / saliency.shape[1] == pytest.approx(0.5, abs=0.1)


def test_boolean_maps_of_one_colour_are_zero():
    assert boolean_map_saliency(np.full((64, 64, 3), 77, np.uint8)).max() == 0.0
