"""A frame gives every assessor the same pixels at the scale it needs."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.frame import Frame
from scoring.registry import ASSESSORS


def frame_of(rgb, size_px=None):
    return Frame(rgb, size_px or (rgb.shape[1], rgb.shape[0]), ExifFacts())


def test_working_image_has_a_long_edge_of_1024_and_keeps_its_aspect():
    assert frame_of(np.zeros((1000, 3000, 3), np.uint8)).working.shape == (341, 1024, 3)


def test_working_image_averages_areas():
    checker = np.indices((2048, 2048)).sum(axis=0) % 2 * 200
    rgb = np.repeat(checker[..., None], 3, axis=2).astype(np.uint8)
    assert np.unique(frame_of(rgb).working).tolist() == [100]


@pytest.mark.parametrize(("size", "tiny"), [((1, 1), True), ((31, 4000), True), ((32, 32), False)])
def test_a_picture_narrower_than_32_pixels_is_tiny(size, tiny):
    assert frame_of(np.zeros((*size, 3), np.uint8)).is_tiny is tiny


@pytest.mark.parametrize("assessor", ASSESSORS, ids=lambda assessor: assessor.name)
def test_every_assessor_abstains_on_a_tiny_picture(assessor):
    noise = np.random.default_rng(1).integers(0, 255, (20, 30, 3), np.uint8)
    assert assessor.assess(frame_of(noise)).abstained
