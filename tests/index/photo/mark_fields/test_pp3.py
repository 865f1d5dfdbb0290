"""Marks in RawTherapee's profiles."""

import pytest

from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.pp3 import edited_pp3, marks_of_pp3, pp3_refusals, read_pp3
from index.photo.mark_fields.refused import MarkRefusedError
from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks
from index.photo.xmp_edit.splices import applied
from index.photo.xmp_errors import XmpError

SIZE = 600, 400
CROP = CropBox(0.25, 0.1, 0.75, 0.6)
PROFILE = (
    b"[Version]\nAppVersion=5.9\nVersion=349\n\n[General]\nRank=3\nColorLabel=2\nInTrash=false\n\n[Exposure]\nCompensation=1\n\n"
    b"[Crop]\nEnabled=true\nX=150\nY=40\nW=300\nH=200\nFixedRatio=true\nRatio=3:2\n\n[Coarse Transformation]\nRotate=0\n"
)


def marks(data):
    return marks_of_pp3(read_pp3(data), SIZE)


def test_profile_is_understood():
    assert marks(PROFILE) == Marks(3, None, ("Yellow",), (), CROP)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"InTrash=false", b"InTrash=true", Marks(3, Flag.REJECT, ("Yellow",), (), CROP)),
        (b"Rank=3", b"Rank=-1", Marks(None, None, ("Yellow",), (), CROP)),
        (b"ColorLabel=2", b"ColorLabel=0", Marks(3, None, (), (), CROP)),
        (b"Enabled=true", b"Enabled=false", Marks(3, None, ("Yellow",))),
        (b"W=300", b"W=wide", Marks(3, None, ("Yellow",))),
        (b"H=200", b"H=9000", Marks(3, None, ("Yellow",), (), CropBox(0.25, 0.1, 0.75, 1.0))),
        (b"X=150\nY=40\nW=300\nH=200", b"X=0\nY=0\nW=600\nH=400", Marks(3, None, ("Yellow",))),
    ],
)
def test_variants_are_understood(old, new, expected):
    assert marks(PROFILE.replace(old, new)) == expected


@pytest.mark.parametrize("data", [b"", b"\n# nothing yet\n"])
def test_profile_without_a_group_says_nothing(data):
    assert marks(data) == NO_MARKS


@pytest.mark.parametrize("data", [b"not a profile\n", b"\0\xff[Gen", "[General]\nRank=3\n".encode("utf-16")])
def test_what_is_no_profile_is_refused(data):
    for act in (read_pp3, lambda found: edited_pp3(found, {Mark.RATING: 3})):
        with pytest.raises(XmpError, match="no profile"):
            act(data)


def test_crop_of_a_picture_that_is_turned_there_cannot_be_told():
    facts = read_pp3(PROFILE.replace(b"Rotate=0", b"Rotate=90"))
    assert (facts.crop_px, facts.has_crop, facts.is_turned) == (None, True, True)
    assert not read_pp3(PROFILE + b"[Rotation]\nDegree=0.0\n").is_turned


def test_marks_are_written_and_every_other_byte_stays():
    other = CropBox(0.5, 0.5, 1.0, 1.0)
    changes = {Mark.RATING: 5, Mark.LABELS: ("Purple",), Mark.FLAG: Flag.REJECT, Mark.CROP: other}
    done = edited_pp3(PROFILE, changes, SIZE)
    expected = PROFILE
    for old, new in [
        (b"Rank=3", b"Rank=5"), (b"ColorLabel=2", b"ColorLabel=5"), (b"InTrash=false", b"InTrash=true"),
        (b"X=150\nY=40\nW=300\nH=200\nFixedRatio=true", b"X=300\nY=200\nW=300\nH=200\nFixedRatio=false"),
    ]:  # fmt: skip
        expected = expected.replace(old, new)
    assert done.data == applied(PROFILE, done.splices) == expected
    assert marks(done.data) == Marks(5, Flag.REJECT, ("Purple",), (), other)


def test_new_profile_holds_our_marks_alone():
    data = edited_pp3(None, {Mark.RATING: 4, Mark.CROP: CROP}, SIZE).data
    assert data == b"[General]\nRank=4\n\n[Crop]\nEnabled=true\nX=150\nY=40\nW=300\nH=200\nFixedRatio=false\n"


@pytest.mark.parametrize(
    "changes",
    [
        {Mark.RATING: 3, Mark.LABELS: ("Yellow",), Mark.FLAG: Flag.PICK, Mark.CROP: CROP},
        {Mark.FLAG: Flag.UNFLAGGED},
        {},
    ],
)
def test_marks_that_stand_there_change_no_byte(changes):
    assert edited_pp3(PROFILE, changes, SIZE).data == PROFILE


def test_marks_taken_away_are_not_said_any_more():
    taken = {Mark.RATING: None, Mark.LABELS: (), Mark.FLAG: None, Mark.CROP: None}
    assert marks(edited_pp3(PROFILE, taken, SIZE).data) == Marks(rating=0)
    assert edited_pp3(b"[Version]\n", taken, SIZE).data == b"[Version]\n"
    assert edited_pp3(None, taken, SIZE).data == b""


@pytest.mark.parametrize(
    ("changes", "data", "size", "word"),
    [
        ({Mark.CROP: CropBox(0, 0, 1, 1, 2.0)}, PROFILE, SIZE, "straightened"),
        ({Mark.CROP: CROP}, PROFILE.replace(b"Rotate=0", b"Rotate=90"), SIZE, "turns"),
        ({Mark.CROP: CROP}, b"[Crop]\nEnabled=true\nX=far left\n", SIZE, "left alone"),
        ({Mark.CROP: CROP}, PROFILE, None, "size"),
        ({Mark.LABELS: ("Select",)}, PROFILE, SIZE, "Select"),
        ({Mark.KEYWORDS: KeywordChange(("a",))}, PROFILE, SIZE, "keywords"),
    ],
)
def test_marks_that_have_no_place_there_are_refused(changes, data, size, word):
    (reason,) = pp3_refusals(changes, read_pp3(data), size).values()
    assert word in reason
    with pytest.raises(MarkRefusedError, match=word):
        edited_pp3(data, changes, size)
