"""A glance keeps enough of a photo to compare it with others."""

import cv2
import numpy as np

from index.photo.record import ExifFacts
from scoring.frame import Frame
from scoring.glance import CODES_AN_OCTAVE, glance_at


def frame_of(grey):
    rgb = np.repeat(grey[..., None], 3, axis=2)
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())


def half_sharp(shape=(800, 1200)):
    """Noise of two pixels on the left, the same noise blurred on the right."""
    rng = np.random.default_rng(3)
    small = rng.integers(60, 190, (shape[0] // 2, shape[1] // 2)).astype(np.uint8)
    grey = cv2.resize(small, shape[::-1], interpolation=cv2.INTER_NEAREST)
    grey[:, shape[1] // 2 :] = cv2.GaussianBlur(grey, (0, 0), 4)[:, shape[1] // 2 :]
    return grey


def test_glance_is_the_upright_picture_with_a_long_edge_of_64():
    columns = np.repeat(np.arange(0, 240, 0.2, np.float32)[None], 800, axis=0).astype(np.uint8)
    glance = glance_at(frame_of(columns))
    assert glance.grey.shape == (43, 64)
    assert np.ptp(glance.grey, axis=0).max() <= 1
    assert (np.diff(glance.grey[20].astype(int)) > 0).all()


def test_glance_keeps_where_the_photo_is_sharp():
    sharpness = glance_at(frame_of(half_sharp())).sharpness
    assert sharpness.shape == (8, 12)
    assert sharpness[:, :5].min() > sharpness[:, 7:].max() + 2 * CODES_AN_OCTAVE


def test_glance_of_a_flat_or_a_tiny_picture_knows_no_sharpness():
    for shape in ((300, 400), (1, 1), (3, 900)):
        glance = glance_at(frame_of(np.full(shape, 90, np.uint8)))
        assert glance.sharpness.max() == 0
        assert glance.grey.max() == 90
