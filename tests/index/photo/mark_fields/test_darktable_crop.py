"""Crops appended to a history of darktable."""

import pytest

from index.photo.mark_fields.darktable_crop import darktable_crop_refusal
from index.photo.mark_fields.facts import NO_FACTS
from index.photo.mark_fields.read import facts_of
from index.photo.mark_fields.write import edits_for
from index.photo.marks import CropBox, Mark
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from tests.index.photo.mark_fields.made_packets import crop, exposure, history, packet, step

CROP = CropBox(0.25, 0.125, 0.75, 0.625)
OTHER = CropBox(0.5, 0.5, 1.0, 1.0)


def cropped(data, box, orientation=1):
    facts = NO_FACTS if data is None else facts_of(read_xmp(data), orientation)
    return edited(data, edits_for({Mark.CROP: box}, facts, Place.DARKTABLE, orientation)).data


def facts(data, orientation=1):
    return facts_of(read_xmp(data), orientation)


def steps(data):
    return [(s.num, s.operation, s.enabled) for s in facts(data).darktable_history.steps]


def test_crop_goes_behind_the_edits_that_are_there():
    before = history(exposure(0), step(1, "sharpen", "00", 1))
    after = cropped(before, CROP)
    assert steps(after) == [(0, "exposure", True), (1, "sharpen", True), (2, "crop", True)]
    assert read_xmp(after).simple("darktable:history_end") == "3"
    assert facts(after).darktable_crop == CROP
    assert not read_xmp(after).has("darktable:history_current_hash")
    assert read_xmp(after).structs("darktable:history")[:2] == read_xmp(before).structs("darktable:history")


def test_undone_steps_go_with_their_masks():
    masks = (
        "<darktable:masks_history><rdf:Seq>"
        '<rdf:li darktable:mask_num="0" darktable:mask_id="11"/><rdf:li darktable:mask_num="1" darktable:mask_id="12"/>'
        "</rdf:Seq></darktable:masks_history>"
    )
    after = cropped(history(exposure(0), step(1, "retouch", "00", 1), end=1, elements=masks), CROP)
    assert steps(after) == [(0, "exposure", True), (1, "crop", True)]
    assert [mask["darktable:mask_id"] for mask in read_xmp(after).structs("darktable:masks_history")] == ["11"]


def test_new_packet_says_that_its_history_is_darktables():
    packet_of_ours = read_xmp(cropped(None, CROP))
    assert packet_of_ours.simple("darktable:xmp_version") == "5"
    assert packet_of_ours.simple("darktable:history_end") == "1"
    assert not packet_of_ours.has("darktable:auto_presets_applied")
    (entry,) = packet_of_ours.structs("darktable:history")
    assert entry["darktable:params"] == "0000803e0000003e0000403f0000203f0000000000000000"


def test_own_lone_crop_is_replaced():
    once = cropped(history(exposure(0)), CROP)
    assert steps(cropped(once, OTHER)) == [(0, "exposure", True), (1, "crop", True)]
    assert facts(cropped(once, OTHER)).darktable_crop == OTHER


def test_crop_of_a_person_stays_in_the_history():
    after = cropped(history(crop(0, *OTHER.edges)), CROP)
    assert steps(after) == [(0, "crop", True), (1, "crop", True)]
    assert facts(after).darktable_crop == CROP


def test_taking_our_crop_away_leaves_the_history_as_it_was():
    before = history(exposure(0), crop(1, *OTHER.edges))
    again = cropped(cropped(before, CROP), OTHER)
    assert read_xmp(again).structs("darktable:history") == read_xmp(before).structs("darktable:history")
    assert facts(again).darktable_history.end == 2


def test_crop_of_a_person_is_taken_away_by_a_step_that_switches_it_off():
    after = cropped(history(crop(0, *OTHER.edges)), None)
    assert steps(after) == [(0, "crop", True), (1, "crop", False)]
    assert not facts(after).has_darktable_crop


def test_taking_away_our_only_step_leaves_no_history():
    after = cropped(cropped(None, CROP), None)
    assert steps(after) == []
    assert facts(after).darktable_history.end == 0


def test_taking_away_no_crop_changes_nothing():
    before = history(exposure(0))
    assert cropped(before, None) == before
    assert cropped(None, None) == b""


@pytest.mark.parametrize("box", [CROP, CropBox(*(round(edge + 1e-7, 8) for edge in CROP.edges))])
def test_same_crop_changes_no_byte(box):
    once = cropped(history(exposure(0)), CROP)
    assert cropped(once, box) == once


def test_crop_that_stands_in_camera_raws_properties_too_is_brought_along():
    before = packet('crs:HasCrop="True" crs:CropLeft="0.5" crs:CropTop="0" crs:CropRight="1" crs:CropBottom="1"')
    assert facts(cropped(before, CROP, 6), 6).crs_crop == facts(cropped(before, CROP, 6), 6).darktable_crop == CROP


@pytest.mark.parametrize("orientation", range(1, 9))
def test_crop_is_of_the_upright_picture_whatever_its_orientation(orientation):
    assert facts(cropped(None, CROP, orientation), orientation).darktable_crop == CROP


@pytest.mark.parametrize(
    ("data", "box", "word"),
    [
        (history(), CropBox(0, 0, 1, 1, 2.0), "straightened"),
        (history(), CropBox(0.5, 0, 0.55, 1), "tenth"),
        (history(), CropBox(-0.1, 0, 0.9, 1), "out of"),
        (history(step(0, "ashift", "00", 5)), CROP, "ashift"),
        (history(step(0, "flip", "05000000", 2)), CROP, "by hand"),
        (history(step(0, "clipping", "00", 5)), None, "clipping"),
        (packet('darktable:history_end="soon"'), CROP, "soon"),
    ],
)
def test_crops_that_would_land_elsewhere_are_refused(data, box, word):
    assert word in darktable_crop_refusal(box, facts(data), 1)
