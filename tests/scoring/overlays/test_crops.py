"""The picture of a photo's crops."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.crops.crop import Crop, CropAdvice
from scoring.frame import Frame
from scoring.overlays.crops import OUTSIDE, crop_page

CROPS = (
    Crop((0.1, 0.1, 0.9, 0.9), 0.95, ("Leaves out the empty left.",)),
    Crop((0.3, 0.0, 1.0, 1.0), 0.91, ("Keeps 70 % of the frame.",)),
)


def frame_of(width, height):
    rgb = np.full((height, width, 3), 200, np.uint8)
    return Frame(rgb, (width, height), ExifFacts())


def test_best_crop_is_lit_and_the_rest_dimmed():
    page = crop_page(frame_of(1200, 800), CropAdvice("free", CROPS, False, "Leaves out the empty left."))
    codes = np.unique(page)
    assert 200 in codes
    assert round(200 * OUTSIDE) in codes


@pytest.mark.parametrize("size", [(1200, 800), (800, 1200), (3000, 120), (40, 40), (1, 1)])
def test_any_picture_gets_a_page(size):
    page = crop_page(frame_of(*size), CropAdvice("4:5", (), True, "The picture is too small."))
    assert page.dtype == np.uint8
    assert max(page.shape) <= 1600
