"""Crops as Camera Raw has them, in the stored frame."""

import pytest

from index.photo.mark_fields.crs_crop import crs_crop_edits, crs_crop_refusal, read_crs_crop
from index.photo.mark_fields.facts import NO_FACTS, MarkFacts
from index.photo.marks import CropBox
from index.photo.xmp_edit.edits import SetSimple

CROP = CropBox(0.1, 0.2, 0.7, 0.9)


def written(crop, orientation=1, size_px=None):
    edits = crs_crop_edits(crop, NO_FACTS, orientation, size_px)
    return {edit.name: edit.value for edit in edits}


def read(properties, orientation=1, size_px=None):
    return read_crs_crop(properties.get, orientation, size_px)


def crs(left="0.1", top="0.2", right="0.7", bottom="0.9", **more):
    edges = {"CropLeft": left, "CropTop": top, "CropRight": right, "CropBottom": bottom, "HasCrop": "True"} | more
    return {f"crs:{name}": value for name, value in edges.items()}


def test_crop_of_an_upright_photo_is_written_as_it_is():
    assert written(CROP) == {
        "crs:HasCrop": "True", "crs:CropLeft": "0.1", "crs:CropTop": "0.2", "crs:CropRight": "0.7", "crs:CropBottom": "0.9",
        "crs:CropAngle": "0", "crs:AlreadyApplied": "False",
    }  # fmt: skip


def test_crop_of_a_photo_taken_upright_lies_on_its_side():
    """Orientation 6: what is left in the upright picture is below in the stored one."""
    found = written(CropBox(0.0, 0.0, 0.25, 1.0), 6)
    assert [found[f"crs:Crop{edge}"] for edge in ("Left", "Top", "Right", "Bottom")] == ["0", "0.75", "1", "1"]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("crop", [CROP, CropBox(0.2, 0.3, 0.8, 0.7, 4.25), CropBox(0.2, 0.3, 0.8, 0.7, -11.0)])
def test_crop_comes_back_from_every_orientation(crop, orientation):
    size = 4000, 6000
    found = read(written(crop, orientation, size), orientation, size).box
    assert found.agrees_with(crop, within=2e-6)


@pytest.mark.parametrize("size_px", [(4288, 2848), None])
def test_turned_crop_is_read_as_lightroom_stored_it(size_px):
    """The same crop before and after it was turned in Lightroom, as a user published both (see `read_crs_crop`)."""
    turned = crs("0.374965", "0.36916", "0.925035", "0.73084", CropAngle="-10")
    noted = {} if size_px else {"tiff:ImageWidth": "4288", "tiff:ImageLength": "2848"}
    found = read(turned | noted, size_px=size_px).box
    assert found.agrees_with(CropBox(0.4, 0.3, 0.9, 0.8, 10.0), within=2e-5)


def test_turned_crop_of_a_picture_of_unknown_shape_is_not_guessed():
    found = read(crs(CropAngle="2.5"))
    assert found.box is None
    assert "size of the picture" in found.unclear


@pytest.mark.parametrize(
    "properties",
    [{}, crs(HasCrop="False"), crs("0", "0", "1", "1"), crs(AlreadyApplied="True"), {"crs:CropLeft": "0.2"}],
)
def test_uncropped_photos_have_no_crop(properties):
    found = read(properties)
    assert (found.box, found.unclear) == (None, None)


@pytest.mark.parametrize(
    "properties", [crs("0.8"), crs(top="x"), crs(right="NaN"), crs(CropAngle="90"), crs(bottom="1.4")]
)
def test_damaged_crops_are_there_but_cannot_be_told(properties):
    found = read(properties)
    assert found.box is None
    assert found.unclear


def test_same_crop_is_not_written_again():
    facts = MarkFacts(crs_crop=CropBox(0.1000004, 0.2, 0.7, 0.9), has_crs_crop=True)
    assert crs_crop_edits(CROP, facts, 1) == []


def test_crop_taken_away_leaves_word_that_there_is_none():
    there = frozenset({"crs:HasCrop", "crs:CropLeft", "crs:CropAngle", "crs:Exposure2012"})
    facts = MarkFacts(present=there, crs_crop=CROP, has_crs_crop=True)
    assert crs_crop_edits(None, facts, 1) == [
        SetSimple("crs:HasCrop", "False"), SetSimple("crs:CropLeft", None), SetSimple("crs:CropAngle", None)
    ]  # fmt: skip
    assert crs_crop_edits(None, NO_FACTS, 1) == []


@pytest.mark.parametrize(
    ("crop", "word"),
    [(CropBox(0, 0, 1, 1, 3), "size"), (CropBox(0, 0, 1, 1, 50), "45"), (CropBox(-0.1, 0, 1, 1), "out of")],
)
def test_crops_that_lightroom_cannot_have_are_refused(crop, word):
    assert word in crs_crop_refusal(crop, None if word == "size" else (300, 200))
