"""darktable and RawTherapee export with our crop, and keep the edits that were there."""

import numpy as np
import pytest
from PIL import Image, ImageOps

from index.photo.mark_fields.facts import NO_FACTS
from index.photo.mark_fields.pp3 import edited_pp3
from index.photo.mark_fields.read import facts_of
from index.photo.mark_fields.write import edits_for
from index.photo.marks import CropBox, Flag, Mark
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from tests.index.photo.mark_fields.made_packets import crop, exposure, history
from tests.real_editors import darktable_library, rawtherapee
from tests.real_editors.darktable_library import darktable_exports

needs_darktable = pytest.mark.skipif(
    darktable_library.SKIP_REASON is not None, reason=str(darktable_library.SKIP_REASON)
)
needs_rawtherapee = pytest.mark.skipif(rawtherapee.SKIP_REASON is not None, reason=str(rawtherapee.SKIP_REASON))

CROP = CropBox(0.25, 0.1, 0.75, 0.6)
LEVELS = 3.0
"""Two JPEGs and a crop that is a pixel off differ by one level in the mean (measured)."""
SIZES = {1: (600, 400), 6: (400, 600), 8: (400, 600), 3: (600, 400)}
"""Orientation -> upright."""


def cut(picture, box):
    width, height = picture.size
    return picture.crop(
        (round(box.left * width), round(box.top * height), round(box.right * width), round(box.bottom * height))
    )


def opened(path):
    with Image.open(path) as picture:
        return ImageOps.exif_transpose(picture)


def mean(picture):
    return np.asarray(picture.convert("RGB"), np.float64).mean(axis=(0, 1))


def darktable_picture(photo, sidecar, tmp_path):
    """What darktable exports with this sidecar, or without one."""
    beside = photo.with_name(photo.name + ".xmp")
    beside.unlink(missing_ok=True)
    if sidecar is not None:
        beside.write_bytes(sidecar)
    home = tmp_path / f"darktable{len(list(tmp_path.iterdir()))}"
    home.mkdir()
    darktable_exports(photo, home / "picture.jpg", at_home=home)
    return opened(home / "picture.jpg")


def cropped(sidecar, orientation, box=CROP):
    facts = NO_FACTS if sidecar is None else facts_of(read_xmp(sidecar), orientation)
    return edited(sidecar, edits_for({Mark.CROP: box}, facts, Place.DARKTABLE, orientation)).data


@needs_darktable
@pytest.mark.parametrize("orientation", [1, 6])
def test_darktable_keeps_an_exposure_edit_and_cuts_our_crop(photo_with, tmp_path, orientation):
    photo, edit = photo_with(orientation), history(exposure(0))
    plain, brighter = darktable_picture(photo, None, tmp_path), darktable_picture(photo, edit, tmp_path)
    ours = darktable_picture(photo, cropped(edit, orientation), tmp_path)
    width, height = SIZES[orientation]
    assert brighter.size == (width, height)
    assert np.abs(np.subtract(ours.size, (width / 2, height / 2))).max() <= 1
    assert np.abs(mean(ours) - mean(cut(brighter, CROP))).max() < LEVELS
    assert (mean(ours) - mean(cut(plain, CROP))).min() > 10


@needs_darktable
def test_darktable_cuts_the_crop_of_a_new_sidecar(plain_photo, tmp_path):
    ours = darktable_picture(plain_photo, cropped(None, 1), tmp_path)
    assert ours.size == (300, 200)
    assert np.abs(mean(ours) - mean(cut(opened(plain_photo), CROP))).max() < LEVELS


@needs_darktable
def test_darktable_shows_the_whole_picture_when_a_persons_crop_was_taken_away(plain_photo, tmp_path):
    sidecar = history(exposure(0), crop(1, *CROP.edges))
    assert darktable_picture(plain_photo, sidecar, tmp_path).size == (300, 200)
    assert darktable_picture(plain_photo, cropped(sidecar, 1, None), tmp_path).size == (600, 400)


@needs_rawtherapee
@pytest.mark.parametrize("orientation", [1, 6, 3])
def test_rawtherapee_keeps_an_exposure_compensation_and_cuts_our_crop(photo_with, tmp_path, orientation):
    photo, size = photo_with(orientation), SIZES[orientation]
    profile = b"[General]\nRank=1\n\n[Exposure]\nCompensation=1\n"
    marks = {Mark.RATING: 4, Mark.LABELS: ("Blue",), Mark.FLAG: Flag.REJECT}
    beside = photo.with_name(photo.name + ".pp3")
    beside.write_bytes(profile)
    brighter = opened(rawtherapee.rawtherapee_exports(photo, tmp_path).picture)
    beside.write_bytes(edited_pp3(profile, marks | {Mark.CROP: CROP}, size).data)
    export = rawtherapee.rawtherapee_exports(photo, tmp_path)
    ours = opened(export.picture)
    assert ours.size == (size[0] // 2, size[1] // 2)
    assert np.abs(mean(ours) - mean(cut(brighter, CROP))).max() < LEVELS
    assert (mean(ours) - mean(cut(opened(photo), CROP))).min() > 10
    said = [export.setting("General", key) for key in ("Rank", "ColorLabel", "InTrash")]
    assert [*said, export.setting("Exposure", "Compensation")] == ["4", "4", "true", "1"]


@needs_rawtherapee
def test_rawtherapee_cuts_the_crop_of_a_new_profile(plain_photo, tmp_path):
    plain_photo.with_name(plain_photo.name + ".pp3").write_bytes(edited_pp3(None, {Mark.CROP: CROP}, (600, 400)).data)
    assert opened(rawtherapee.rawtherapee_exports(plain_photo, tmp_path).picture).size == (300, 200)
