"""Crops as a list for people."""

from pathlib import Path

from assist_cli.render.crop_table import crop_lines
from assist_cli.workflows.crop_photos import CroppedPhoto
from index.photo.record import PhotoRecord
from scoring.crops.crop import Crop, CropAdvice
from scoring.crops.straighten import Source, Tilt

CROP = Crop((0.25, 0.0, 1.0, 1.0), 0.94, ("Leaves out the empty left.",))


def lines(*answers):
    photo = CroppedPhoto(
        PhotoRecord(Path("a/IMG_1.JPG"), "0" * 32, (300, 200)), answers, Tilt(0.0, 0.0, Source.NONE, "level")
    )
    return [line.plain for line in crop_lines(photo)]


def test_crop_that_beats_the_frame_says_how_likely_it_does():
    assert lines(CropAdvice("free", (CROP,), False, "Leaves out the empty left.")) == [
        "IMG_1.JPG",
        "  free  94 % likely better than the frame; cut off left 25 %. Leaves out the empty left.",
    ]


def test_shape_that_does_not_beat_the_frame_is_offered_to_who_needs_it():
    assert lines(CropAdvice("1:1", (CROP,), True, "No crop clearly beats the frame as it was taken."))[1:] == [
        "  1:1   keep the frame: No crop clearly beats the frame as it was taken. If it must be 1:1:",
        "        Cut off left 25 %. Leaves out the empty left.",
    ]


def test_photo_without_crops_is_kept():
    assert lines(CropAdvice("1:1", (), True, "Every crop of this shape would cut the subject."))[1:] == [
        "  1:1   keep the frame: Every crop of this shape would cut the subject."
    ]


def test_photo_that_is_only_to_be_levelled_is_told_so():
    level = CropAdvice("free", (Crop((0.02, 0.02, 0.98, 0.98), 0.5, ("level",)),), True, "Level it, crop no more.", 1.5)
    assert lines(level)[1] == "  free  level the frame: Level it, crop no more."
