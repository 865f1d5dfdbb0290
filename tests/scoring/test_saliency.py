"""What saliency promises."""

import cv2
import numpy as np
import pytest

from scoring.saliency import saliency_map


def disc_on_grass(centre=(450, 300), radius=80, colour=(220, 40, 30), size=(600, 900)):
    grass = np.random.default_rng(2).normal(0, 12, (*size, 1)) + np.array([70, 120, 50])
    return cv2.circle(np.clip(grass, 0, 255).astype(np.uint8), centre, radius, colour, -1)


def test_saliency_is_highest_on_what_differs_from_its_surroundings():
    saliency = saliency_map(disc_on_grass())
    row, col = np.unravel_index(np.argmax(saliency), saliency.shape)
    assert abs(row / saliency.shape[0] - 0.5) < 0.15
    assert abs(col / saliency.shape[1] - 0.5) < 0.1


def test_saliency_lies_in_0_to_1_and_keeps_the_aspect():
    saliency = saliency_map(disc_on_grass())
    assert saliency.dtype == np.float32
    assert 0.0 <= float(saliency.min()) < 0.1 < 0.5 < float(saliency.max()) <= 1.0
    assert saliency.shape == (85, 128)


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (64, 64)])
def test_saliency_of_one_colour_is_zero_at_any_size(size):
    assert saliency_map(np.full((*size, 3), 77, np.uint8)).max() == 0.0


def test_saliency_hardly_notices_a_blur():
    sharp = disc_on_grass()
    difference = saliency_map(sharp) - saliency_map(cv2.GaussianBlur(sharp, (0, 0), 2))
    assert float(np.abs(difference).mean()) < 0.02


def test_saliency_is_the_same_every_time_and_wherever_the_picture_lies_in_memory():
    room = np.empty((600, 900, 3 + 1), np.uint8)
    room[..., 1:] = disc_on_grass()
    assert np.array_equal(saliency_map(disc_on_grass()), saliency_map(disc_on_grass()))
    assert np.array_equal(saliency_map(disc_on_grass()), saliency_map(room[..., 1:]))


@pytest.mark.parametrize("size", [(1, 2), (40, 800), (800, 40), (17, 23)])
def test_saliency_of_narrow_and_tiny_pictures_has_their_aspect(size):
    rgb = np.random.default_rng(0).integers(0, 256, (*size, 3), dtype=np.uint8)
    saliency = saliency_map(rgb)
    assert max(saliency.shape) == 128
    assert saliency.shape[0] / saliency.shape[1] == pytest.approx(size[0] / size[1], rel=0.3)
