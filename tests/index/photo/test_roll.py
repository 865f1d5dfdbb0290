"""The camera's roll as the upright picture shows it: positive where the content appears turned clockwise."""

from __future__ import annotations

import struct
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import ExifTags, Image

from index.photo.exif import exif_of, read_exif
from index.photo.orientation import upright
from index.photo.record import ExifFacts
from index.photo.roll import upright_roll_deg

STORED_PX = (60, 40)
HELD_DEG = {1: 0, 2: 0, 3: 180, 4: 180, 5: 90, 6: 90, 7: -90, 8: -90}
"""How a camera is turned clockwise when it writes each Orientation."""


def panasonic_note(roll_tenths: int) -> bytes:
    entry = struct.pack("<HHIHH", 0x90, 3, 1, roll_tenths & 0xFFFF, 0)
    return b"Panasonic\0\0\0" + struct.pack("<H", 1) + entry + bytes(4)


def photo_with(path, roll_tenths, orientation=1, size_px=STORED_PX, **facts):
    exif = Image.Exif()
    exif.endian = "<"
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Orientation] = "Panasonic", orientation
    inside = exif.get_ifd(ExifTags.IFD.Exif)
    inside[ExifTags.Base.ExifImageWidth], inside[ExifTags.Base.ExifImageHeight] = STORED_PX
    inside[ExifTags.Base.MakerNote] = panasonic_note(roll_tenths)
    for name, value in facts.items():
        inside[ExifTags.Base[name]] = value
    Image.new("RGB", size_px).save(path, exif=exif)
    return read_exif(path)


def scene_stored_by_a_camera(roll_deg: float) -> np.ndarray:
    """Sky over ground, as a camera stores it that is turned clockwise: its content is turned anticlockwise."""
    rows, cols = np.indices((401, 401)) - 200
    angle = np.radians(-roll_deg)
    towards_ground = -cols * np.sin(angle) + rows * np.cos(angle)
    return np.repeat(np.where(towards_ground > 0, 40, 220).astype(np.uint8)[..., None], 3, axis=2)


def shown_turn_deg(rgb: np.ndarray) -> float:
    """Angle of the edge between sky and ground, by its mean gradient; positive = the right end is lower."""
    luma = cv2.GaussianBlur(rgb[..., 0], (0, 0), 2)[50:-50, 50:-50].astype(np.float64)
    right, down = cv2.Sobel(luma, cv2.CV_64F, 1, 0).sum(), cv2.Sobel(luma, cv2.CV_64F, 0, 1).sum()
    return float(np.degrees(np.arctan2(right, -down)))


@pytest.mark.parametrize("off_deg", [-4.0, 0.0, 3.0])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_roll_is_what_the_upright_picture_shows(orientation, off_deg):
    camera_roll_deg = HELD_DEG[orientation] + off_deg
    shown = shown_turn_deg(upright(scene_stored_by_a_camera(camera_roll_deg), orientation))
    assert upright_roll_deg(camera_roll_deg, orientation) == pytest.approx(shown, abs=0.2)
    assert abs(shown) == pytest.approx(abs(off_deg), abs=0.2)


def test_horizon_of_a_camera_turned_clockwise_is_lower_at_the_left():
    assert upright_roll_deg(3.0, 1) == pytest.approx(-3.0)


@pytest.mark.parametrize(("camera_roll_deg", "orientation"), [(90.0, 1), (0.0, 6), (180.0, 1), (50.0, 1)])
def test_roll_that_contradicts_the_orientation_is_left_out(camera_roll_deg, orientation):
    assert upright_roll_deg(camera_roll_deg, orientation) is None


def test_roll_is_read_with_the_photo(tmp_path):
    assert photo_with(tmp_path / "a.jpg", 24).roll_deg == pytest.approx(-2.4)
    assert photo_with(tmp_path / "b.jpg", 900 - 24, orientation=6).roll_deg == pytest.approx(2.4)


def test_roll_of_a_picture_that_an_editor_turned_is_left_out(tmp_path):
    assert photo_with(tmp_path / "a.jpg", 24, size_px=(40, 60)).roll_deg is None


def test_roll_of_a_front_camera_is_left_out(tmp_path):
    assert photo_with(tmp_path / "a.jpg", 24, LensModel="front camera 2.7mm").roll_deg is None


def test_damaged_note_leaves_the_other_facts(tmp_path):
    photo_with(tmp_path / "a.jpg", 24)
    whole = (tmp_path / "a.jpg").read_bytes()
    at = whole.index(b"Panasonic\0\0\0")
    facts = exif_of(whole[: at + 12] + b"\xff\xff" + whole[at + 14 :])
    assert facts.roll_deg in (None, pytest.approx(-2.4))
    assert facts.orientation == 1


def test_roll_takes_no_part_in_telling_two_photos_apart():
    facts = ExifFacts(camera="Canon EOS R5")
    assert replace(facts, roll_deg=1.5) == facts


def test_phone_photo_that_was_turned_since_has_no_roll(shared_photos):
    assert read_exif(shared_photos / "heic/IMG_2927.HEIC").roll_deg is None
