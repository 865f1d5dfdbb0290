"""Crops of the upright picture among stored pixels."""

import numpy as np
import pytest

from index.photo.mark_fields.crop_frames import corners, crop_between, stored_aspect, stored_crop, upright_crop
from index.photo.marks import CropBox
from index.photo.orientation import upright
from scoring.crops.turn import Turn

CROP = CropBox(0.125, 0.25, 0.5, 0.875, 3.5)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_crop_comes_back_exactly_from_every_orientation(orientation):
    assert upright_crop(stored_crop(CROP, orientation), orientation) == CROP


@pytest.mark.parametrize("orientation", range(1, 9))
def test_stored_crop_holds_the_same_pixels(orientation):
    stored = np.arange(64 * 32 * 3, dtype=np.uint32).reshape(32, 64, 3).astype(np.uint8)
    seen = upright(stored, orientation)
    part = upright(np.ascontiguousarray(cut(stored, stored_crop(CROP, orientation))), orientation)
    assert np.array_equal(part, cut(seen, CROP))


def cut(pixels, crop):
    height, width = pixels.shape[:2]
    return pixels[int(crop.top * height) : int(crop.bottom * height), int(crop.left * width) : int(crop.right * width)]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_crop_has_the_same_corners_in_either_frame(orientation):
    size = 600, 400
    stored = stored_crop(CROP, orientation)
    outline = [stored_point(point, orientation) for point in all_corners(CROP, size[0] / size[1])]
    expected = all_corners(stored, stored_aspect(size, orientation))
    assert sorted(map(rounded, outline)) == sorted(map(rounded, expected))


def all_corners(crop, aspect):
    return Turn(aspect, crop.turn_deg).corners(crop.edges)


def stored_point(point, orientation):
    x, y = point
    small = stored_crop(CropBox(x, y, x, y), orientation)
    return small.left, small.top


def rounded(point):
    return round(point[0], 9), round(point[1], 9)


def test_corners_lie_where_the_crop_advice_has_them():
    first, _, third, _ = all_corners(CROP, 1.5)
    assert np.allclose(corners(CROP, 1.5), (first, third))


@pytest.mark.parametrize("turn_deg", [-7.0, 0.0, 12.0])
def test_corners_give_the_crop_back(turn_deg):
    crop = CropBox(0.3, 0.4, 0.8, 0.9, turn_deg)
    found = crop_between(*corners(crop, 1.5), turn_deg, 1.5)
    assert np.allclose((*found.edges, found.turn_deg), (*crop.edges, turn_deg))


def test_corners_of_no_crop_give_none():
    assert crop_between((0.5, 0.5), (0.4, 0.6), 0.0, 1.5) is None
