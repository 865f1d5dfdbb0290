"""The file of any place is read and changed in one way."""

import pytest

from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.facts import NO_FACTS, MarkFacts
from index.photo.mark_fields.place_file import PhotoLies, changed_file, marks_in, read_facts, refused_marks
from index.photo.mark_fields.pp3 import Pp3Facts
from index.photo.mark_fields.refused import MarkRefusedError
from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import SetList
from index.photo.xmp_edit.splices import applied
from index.photo.xmp_errors import XmpError

LIES = PhotoLies(1, (6000, 4000))
BOX = CropBox(0.1, 0.1, 0.9, 0.9)
PP3 = b"[Version]\nAppVersion=5.9\n\n[General]\nRank=2\n"
WRITTEN = (Place.DARKTABLE, Place.ADOBE, Place.RAWTHERAPEE)


def changed(place, data=None, **marks):
    changes = {Mark(mark): value for mark, value in marks.items()}
    return changed_file(place, data, changes, read_facts(place, data, LIES), LIES)


def marks(place, data, lies=LIES, written=None):
    return marks_in(place, read_facts(place, data, lies), lies, written)


@pytest.mark.parametrize("place", WRITTEN)
def test_a_file_that_is_still_to_be_made_says_nothing(place):
    assert marks(place, None) == NO_MARKS


def test_facts_are_those_of_the_kind_of_file():
    assert isinstance(read_facts(Place.RAWTHERAPEE, PP3, LIES), Pp3Facts)
    assert isinstance(read_facts(Place.ADOBE, changed(Place.ADOBE, rating=4).data, LIES), MarkFacts)
    assert read_facts(Place.ADOBE, None, LIES) is NO_FACTS


@pytest.mark.parametrize("place", WRITTEN)
def test_marks_that_are_written_are_read_again(place):
    made = changed(place, rating=4, labels=("Green",), crop=BOX)
    found = marks(place, made.data)
    assert (found.rating, found.labels) == (4, ("Green",))
    assert found.crop.agrees_with(BOX)


@pytest.mark.parametrize(("place", "data"), [(Place.RAWTHERAPEE, PP3), (Place.ADOBE, None)])
def test_the_splices_make_the_file(place, data):
    before = data or changed(place, labels=("Blue",)).data
    new = changed(place, before, rating=5)
    assert applied(before, new.splices) == new.data
    assert marks(place, new.data).rating == 5


def test_a_crop_is_told_as_the_photo_lies():
    turned = PhotoLies(6, (4000, 6000))
    data = changed(Place.ADOBE, crop=CropBox(0.2, 0.0, 0.8, 1.0)).data
    crop = marks(Place.ADOBE, data, turned).crop
    assert crop.agrees_with(CropBox(0.0, 0.2, 1.0, 0.8))


def test_a_crop_in_pixels_needs_the_size():
    data = changed(Place.RAWTHERAPEE, PP3, crop=BOX).data
    assert marks(Place.RAWTHERAPEE, data).crop.agrees_with(BOX)
    assert marks(Place.RAWTHERAPEE, data, PhotoLies()).crop is None


def test_what_an_editor_does_not_know_is_older_than_what_it_wrote():
    """darktable takes its colour away and leaves `xmp:Label` and digiKam's number as we wrote them."""
    ours = changed(Place.DARKTABLE, labels=("Green",)).data
    now = edited(ours, [SetList("darktable:colorlabels", "Seq", None)]).data
    assert marks(Place.DARKTABLE, now).labels == ("Green",)
    assert marks(Place.DARKTABLE, now, written=Marks(labels=("Green",))).labels == ()


def test_what_stands_inside_a_photo_was_never_ours():
    data = changed(Place.ADOBE, labels=("Green",)).data
    assert marks(Place.EMBEDDED, data, written=Marks(labels=("Green",))).labels == ("Green",)


def test_marks_that_a_file_cannot_take_are_told_before_and_refused_after_all():
    changes = {Mark.KEYWORDS: KeywordChange(add=("harbour",)), Mark.RATING: 4}
    facts = read_facts(Place.RAWTHERAPEE, PP3, LIES)
    assert refused_marks(Place.RAWTHERAPEE, changes, facts, LIES).keys() == {Mark.KEYWORDS}
    with pytest.raises(MarkRefusedError):
        changed_file(Place.RAWTHERAPEE, PP3, changes, facts, LIES)
    assert refused_marks(Place.EMBEDDED, {Mark.FLAG: Flag.PICK}, NO_FACTS, LIES).keys() == {Mark.FLAG}


def test_what_is_no_sidecar_is_an_error():
    with pytest.raises(XmpError):
        read_facts(Place.ADOBE, b"no sidecar", LIES)
