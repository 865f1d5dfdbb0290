"""Marks written into packets, place by place."""

import pytest

from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.facts import NO_FACTS
from index.photo.mark_fields.read import facts_of, marks_of
from index.photo.mark_fields.refused import MarkRefusedError
from index.photo.mark_fields.write import edits_for, refusals
from index.photo.marks import CropBox, Flag, Mark, Marks
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from tests.index.photo.mark_fields.made_packets import exposure, history, listed, packet

ALL = {
    Mark.RATING: 4,
    Mark.FLAG: Flag.PICK,
    Mark.LABELS: ("Green",),
    Mark.KEYWORDS: ("photo-assist|keeper",),
    Mark.CROP: CropBox(0.25, 0.125, 0.75, 0.625),
}
NONE = {
    Mark.RATING: None,
    Mark.FLAG: None,
    Mark.LABELS: (),
    Mark.KEYWORDS: KeywordChange((), ALL[Mark.KEYWORDS]),
    Mark.CROP: None,
}


def changed(data, changes, place, orientation=1):
    facts = NO_FACTS if data is None else facts_of(read_xmp(data), orientation)
    return edited(data, edits_for(changes, facts, place, orientation)).data


def marks(data, orientation=1):
    return marks_of(facts_of(read_xmp(data), orientation))


def said(data):
    found = read_xmp(data)
    return {name: found.simple(name) if found.simple(name) is not None else found.items(name) for name in found.names()}


@pytest.mark.parametrize("place", [Place.DARKTABLE, Place.ADOBE])
@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("data", [None, packet(), history(exposure(0))])
def test_all_marks_are_read_back(data, orientation, place):
    if place is Place.ADOBE and data and b"darktable:history_end" in data:
        data = packet('crs:Exposure2012="+0.50"')
    found = marks(changed(data, ALL, place, orientation), orientation)
    assert found == Marks(4, Flag.PICK, ("Green",), ("photo-assist|keeper",), ALL[Mark.CROP])


@pytest.mark.parametrize("place", [Place.DARKTABLE, Place.ADOBE])
def test_writing_the_same_marks_again_changes_no_byte(place):
    once = changed(packet(), ALL, place)
    assert changed(once, ALL, place) == once


@pytest.mark.parametrize("place", [Place.DARKTABLE, Place.ADOBE])
def test_marks_taken_away_leave_nothing_said(place):
    assert marks(changed(changed(packet(), ALL, place), NONE, place)) == Marks()


@pytest.mark.parametrize("place", [Place.DARKTABLE, Place.ADOBE])
def test_taking_away_what_is_not_there_changes_nothing(place):
    assert edits_for(NONE, NO_FACTS, place) == []


def test_darktables_place_gets_darktables_and_digikams_properties():
    assert {name: value for name, value in said(changed(None, ALL, Place.DARKTABLE)).items() if "darktable" not in name} == {
        "xmp:Rating": "4", "xmp:Label": "Green", "digiKam:PickLabel": "3", "digiKam:ColorLabel": "4",
        "dc:subject": ("keeper",), "lr:hierarchicalSubject": ("photo-assist|keeper",),
    }  # fmt: skip
    assert said(changed(None, ALL, Place.DARKTABLE))["darktable:colorlabels"] == ("2",)


def test_adobes_place_gets_adobes_properties():
    assert said(changed(None, ALL, Place.ADOBE)) == {
        "xmp:Rating": "4", "xmp:Label": "Green", "xmpDM:pick": "1", "xmpDM:good": "True",
        "dc:subject": ("keeper",), "lr:hierarchicalSubject": ("photo-assist|keeper",),
        "crs:HasCrop": "True", "crs:CropLeft": "0.25", "crs:CropTop": "0.125", "crs:CropRight": "0.75",
        "crs:CropBottom": "0.625", "crs:CropAngle": "0", "crs:AlreadyApplied": "False", "xmpMM:History": (),
    }  # fmt: skip


def test_other_mark_properties_that_stand_there_are_brought_along():
    adobe = changed(
        packet(
            'digiKam:PickLabel="1" digiKam:ColorLabel="1"',
            listed("darktable:colorlabels", "Seq", ["0"]) + listed("digiKam:TagsList", "Seq", ["zoo"]),
        ),
        ALL,
        Place.ADOBE,
    )
    found = said(adobe)
    assert (found["digiKam:PickLabel"], found["digiKam:ColorLabel"]) == ("3", "4")
    assert found["darktable:colorlabels"] == ("2",)
    assert found["digiKam:TagsList"] == ("zoo", "photo-assist/keeper")
    darktable = said(changed(packet('xmpDM:pick="-1"'), ALL, Place.DARKTABLE))
    assert (darktable["xmpDM:pick"], darktable["xmpDM:good"]) == ("1", "True")


def test_only_the_marks_asked_for_are_touched():
    before = packet('xmp:Rating="3" xmp:Label="Rot" xmpDM:pick="1"', listed("dc:subject", "Bag", ["dog"]))
    after = changed(before, {Mark.RATING: 5}, Place.ADOBE)
    assert after == before.replace(b'xmp:Rating="3"', b'xmp:Rating="5"')


@pytest.mark.parametrize("place", [Place.EMBEDDED, Place.RAWTHERAPEE])
def test_other_places_are_refused_with_a_reason(place):
    assert refusals({Mark.RATING: 3}, NO_FACTS, place)
    with pytest.raises(MarkRefusedError):
        edits_for({Mark.RATING: 3}, NO_FACTS, place)


def test_refusal_names_its_mark_and_reason():
    turned = {Mark.RATING: 3, Mark.CROP: CropBox(0.1, 0.1, 0.9, 0.9, 2.0)}
    assert list(refusals(turned, NO_FACTS, Place.DARKTABLE)) == [Mark.CROP]
    assert refusals(turned, NO_FACTS, Place.ADOBE, 1, (600, 400)) == {}
    with pytest.raises(MarkRefusedError, match="straightened") as refused:
        edits_for(turned, NO_FACTS, Place.DARKTABLE)
    assert refused.value.mark is Mark.CROP


@pytest.mark.parametrize("place", [Place.DARKTABLE, Place.ADOBE])
def test_a_crop_that_cannot_be_read_is_left_alone(place):
    facts = facts_of(read_xmp(packet('crs:HasCrop="True" crs:CropTop="0.25"')))
    assert refusals({Mark.CROP: ALL[Mark.CROP]}, facts, place) == {
        Mark.CROP: "its Camera Raw crop cannot be read; it is left alone"
    }


def test_a_crop_written_for_darktable_does_not_make_the_file_one_of_darktables():
    ours = changed(packet('xmp:Rating="1"'), {Mark.CROP: ALL[Mark.CROP]}, Place.DARKTABLE)
    assert not facts_of(read_xmp(ours)).by_darktable
