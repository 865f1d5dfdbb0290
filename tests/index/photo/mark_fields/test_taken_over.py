"""What darktable takes for a sidecar of Lightroom. Whether it does: tests/end_to_end/test_crops_in_darktable.py."""

import pytest

from index.photo.mark_fields.read import facts_of
from index.photo.mark_fields.taken_over import OWN_EVENT, is_taken_over
from index.photo.mark_fields.write import edits_for
from index.photo.marks import CropBox, Mark
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import SetStructs
from tests.index.photo.mark_fields.made_packets import packet

CROP = {Mark.CROP: CropBox(0.25, 0.125, 0.75, 0.625)}
LIGHTROOM = "Adobe Photoshop Lightroom Classic 15.3 (Windows)"


def with_events(*agents):
    events = tuple({"stEvt:action": "saved"} | ({"stEvt:softwareAgent": agent} if agent else {}) for agent in agents)
    return edited(packet(), [SetStructs("xmpMM:History", "Seq", frozenset(), events)]).data


def changed(data, changes):
    facts = facts_of(read_xmp(data))
    return edited(data, edits_for(changes, facts, Place.ADOBE)).data


@pytest.mark.parametrize(
    ("agents", "taken"),
    [((), True), ((None,), True), ((LIGHTROOM,), True), ((None, "Adobe Photoshop Camera Raw 17.1"), True),
     (("photo-assist", LIGHTROOM), False), (("digiKam-8.1.0",), False)],
)  # fmt: skip
def test_the_first_program_that_is_told_decides(agents, taken):
    assert is_taken_over(facts_of(read_xmp(with_events(*agents)))) is taken


@pytest.mark.parametrize("agents", [(), (None,)])
def test_a_crop_of_ours_tells_that_it_is_and_takes_that_along_when_it_goes(agents):
    before = with_events(*agents)
    cropped = changed(before, CROP)
    assert read_xmp(cropped).structs("xmpMM:History")[-1] == OWN_EVENT
    assert not is_taken_over(facts_of(read_xmp(cropped)))
    gone = changed(cropped, {Mark.CROP: None})
    assert read_xmp(gone).structs("xmpMM:History") == read_xmp(before).structs("xmpMM:History")


def test_what_lightroom_tells_of_itself_stays():
    before = with_events(LIGHTROOM)
    events = read_xmp(before).structs("xmpMM:History")
    assert read_xmp(changed(before, CROP)).structs("xmpMM:History") == events


def test_other_marks_tell_nothing_of_us():
    assert not read_xmp(changed(packet(), {Mark.RATING: 3})).has("xmpMM:History")
