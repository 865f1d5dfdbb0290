"""The picture of a photo's crops."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.crops.crop import Crop, CropAdvice
from scoring.crops.turn import Turn
from scoring.frame import Frame
from scoring.overlays.crops import OUTSIDE, corners_in, crop_page
from scoring.overlays.palette import ORANGE

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


def test_crop_of_a_turned_photo_is_lit_where_it_lies_slanted():
    advice = CropAdvice("4:5", CROPS[:1], False, "Leaves out the empty left.", 5.0)
    page = crop_page(frame_of(1200, 800), advice)
    seen = np.argwhere((page == round(200 * OUTSIDE)).all(axis=2))
    width, height = 1088, 725
    outside = 1.0 - 0.64
    # The outline, the numbers and thirds cover some of it.
    assert len(seen) / (width * height) == pytest.approx(outside, abs=0.02)
    # Text has a few pixels of that grey, the photo has many in each row and column.
    top, left = (int(np.argmax(np.bincount(places) > 50)) for places in seen.T)
    corners = np.array(Turn(1.5, 5.0).corners(CROPS[0].box)) * (width, height) + (left, top)
    contour = corners.astype(np.float32)
    deepest = max(cv2.pointPolygonTest(contour, (float(x), float(y)), measureDist=True) for y, x in seen)
    assert deepest <= 2.0


def test_corners_of_a_crop_that_is_not_turned_are_those_of_its_box():
    picture = np.zeros((80, 120, 3), np.uint8)
    assert corners_in(picture, CROPS[0], 0.0) == pytest.approx(
        np.array([(12.0, 8.0), (108.0, 8.0), (108.0, 72.0), (12.0, 72.0)])
    )


def test_crops_are_shown_without_the_marks_on_the_photo():
    """A frame that is kept is not dimmed, and what a crop would look like is cut from the photo, not from the drawing."""
    advice = CropAdvice("4:5", CROPS, True, "No crop clearly beats the frame as it was taken.")
    page = crop_page(frame_of(1200, 800), advice)
    legend = page[:, 1088 + 32 + 28 :]
    assert not (legend == ORANGE).all(axis=2).any()
