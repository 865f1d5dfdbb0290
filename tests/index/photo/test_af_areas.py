"""Where the camera focused, as boxes of the upright picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import ExifTags, Image

from index.photo.af_areas import upright_boxes
from index.photo.af_makers import Area
from index.photo.exif import read_exif
from index.photo.orientation import upright, upright_size
from index.photo.record import ExifFacts

SIZE_PX = (60, 40)


def photo_with(path, size_px=SIZE_PX, stated_px=SIZE_PX, orientation=1, **subject):
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Orientation] = "Apple", orientation
    inside = exif.get_ifd(ExifTags.IFD.Exif)
    inside[ExifTags.Base.ExifImageWidth], inside[ExifTags.Base.ExifImageHeight] = stated_px
    for name, numbers in subject.items():
        inside[{"SubjectArea": 0x9214, "SubjectLocation": 0xA214}[name]] = numbers
    Image.new("RGB", size_px).save(path, exif=exif)
    return read_exif(path)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_area_turns_with_the_pixels(orientation):
    stored = np.zeros((40, 60, 3), np.uint8)
    stored[4:12, 6:24] = 255
    seen = upright(stored, orientation)[..., 0] > 0
    rows, cols = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    width, height = upright_size(SIZE_PX, orientation)
    drawn = (cols[0] / width, rows[0] / height, (cols[-1] + 1) / width, (rows[-1] + 1) / height)
    (box,) = upright_boxes([Area(15 / 60, 8 / 40, 18 / 60, 8 / 40)], SIZE_PX, orientation)
    assert box == pytest.approx(drawn)


def test_point_without_a_size_gets_a_square():
    ((x0, y0, x1, y1),) = upright_boxes([Area(0.5, 0.5)], SIZE_PX, 1)
    assert (x1 - x0) * 60 == pytest.approx((y1 - y0) * 40)


@pytest.mark.parametrize(
    "area",
    [Area(0.0, 0.0), Area(1.2, 0.5), Area(0.5, 0.5, 1.0, 1.0), Area(0.5, 0.5, 0.5, 0.5), Area(float("nan"), 0.5)],
    ids=["zeros", "outside", "whole frame", "a quarter", "undefined"],
)
def test_nonsense_is_left_out(area):
    assert upright_boxes([area], SIZE_PX, 1) == ()


def test_many_points_at_once_say_nothing():
    assert upright_boxes([Area(0.1 + 0.05 * n, 0.5) for n in range(12)], SIZE_PX, 1) == ()


def test_subject_area_of_exif_is_read_as_point_circle_or_box(tmp_path):
    box = photo_with(tmp_path / "a.jpg", SubjectArea=(30, 20, 12, 8)).af_areas
    assert box == (pytest.approx((0.4, 0.4, 0.6, 0.6)),)
    circle = photo_with(tmp_path / "b.jpg", SubjectArea=(15, 10, 6)).af_areas
    assert circle == (pytest.approx((0.2, 0.175, 0.3, 0.325)),)
    point = photo_with(tmp_path / "c.jpg", SubjectLocation=(15, 10)).af_areas
    assert point[0][0] < 0.25 < point[0][2]


def test_area_of_a_picture_that_an_editor_reshaped_is_left_out(tmp_path):
    turned = photo_with(tmp_path / "a.jpg", size_px=(40, 60), SubjectArea=(30, 20, 12, 8))
    assert turned.af_areas == ()


def test_area_takes_no_part_in_telling_two_photos_apart():
    facts = ExifFacts(camera="Canon EOS R5")
    assert replace(facts, af_areas=((0.1, 0.1, 0.2, 0.2),)) == facts


def test_areas_of_real_cameras(shared_photos):
    flower = read_exif(shared_photos / "camera/Canon_EOS_20D_1_.jpg").af_areas
    assert flower == (pytest.approx((0.491, 0.482, 0.513, 0.515), abs=1e-3),)
    car = read_exif(shared_photos / "camera/Canon_EOS_450D.jpg").af_areas
    assert car == (pytest.approx((0.223, 0.473, 0.25, 0.527), abs=1e-3),)
    assert read_exif(shared_photos / "camera/Canon_PowerShot_G11.jpg").af_areas == ()
    assert read_exif(shared_photos / "heic/IMG_2927.HEIC").af_areas == ()
