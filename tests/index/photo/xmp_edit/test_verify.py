"""A change that touches anything else is refused: shown with splices that are wrong on purpose."""

import pytest

from index.photo.xmp import read_xmp
from index.photo.xmp_edit import apply
from index.photo.xmp_edit.edits import SetSimple
from index.photo.xmp_edit.verify import refuse_other_changes, refuse_other_reading
from index.photo.xmp_edit.wanted import Entry
from index.photo.xmp_errors import UnsafeEditError
from tests.index.photo.xmp_edit.packets import packet

LIST = "<dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li q:x='1'>b</rdf:li></rdf:Bag></dc:subject><q:y/>"


def read(inside):
    return read_xmp(packet(inside).encode())


@pytest.mark.parametrize(
    ("place", "wrong", "message"),
    [
        ("<q:y/>", "", "the change would touch something else"),
        ("<q:y/>", "<q:y", "the change would damage it"),
        ("<q:y/>", "<q:y></q:y>", "xmp:Rating could not be set"),
        ("<rdf:li>a", "<rdf:li>c", "the change would touch something else"),
    ],
)
def test_wrong_splice_of_ours_never_reaches_a_file(monkeypatch, place, wrong, message):
    data = packet(LIST)
    at = data.index(place)
    monkeypatch.setattr(apply, "_pieces", lambda *_: [(at, at + len(place), wrong)])
    with pytest.raises(UnsafeEditError, match=message):
        apply.edited(data.encode(), [SetSimple("xmp:Rating", "3")])


def test_item_that_stays_must_stay_as_it_is_written():
    kept = (Entry("b", {}, 1),)
    without_a = LIST.replace("<rdf:li>a</rdf:li>", "")
    refuse_other_changes(read(LIST), read(without_a), {"dc:subject": [kept]})
    with pytest.raises(UnsafeEditError, match="other items of dc:subject"):
        refuse_other_changes(read(LIST), read(without_a.replace(" q:x='1'", "")), {"dc:subject": [kept]})


def test_other_reading_of_what_stands_is_refused():
    refuse_other_reading(read(LIST), {"xmp:Rating": [None], "dc:subject": [(Entry("a"), Entry("b"))]})
    with pytest.raises(UnsafeEditError, match="not understood for certain"):
        refuse_other_reading(read(LIST), {"dc:subject": [(Entry("a"),)]})


def test_place_that_lxml_does_not_read_there_is_never_changed(monkeypatch):
    monkeypatch.setattr(apply, "statements", lambda _: {})
    with pytest.raises(UnsafeEditError, match="not understood for certain"):
        apply.edited(packet(LIST, " xmp:Rating='1'").encode(), [SetSimple("xmp:Rating", "3")])
