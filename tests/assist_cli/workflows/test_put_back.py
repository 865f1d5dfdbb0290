"""Only our own marks are put back in a sidecar that others changed since."""

import re

import pytest

from assist_cli.workflows.put_back import put_back
from index.journal.entries import JournalWrite, WriteState
from index.journal.errors import NotPutBackError
from index.photo.mark_fields.changes import KeywordChange
from index.photo.mark_fields.place_file import PhotoLies, changed_file, marks_in, read_facts
from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks
from index.photo.merge_marks import value_of
from index.photo.sidecar_place import Place
from index.photo.xmp_errors import XmpError

LIES = PhotoLies(1, (6000, 4000))
KEEPER = "photo-assist|assist-keeper"
BOX = CropBox(0.1, 0.1, 0.9, 0.9)


def file(place=Place.ADOBE, data=None, **changes):
    """What an editor, or we, make of a sidecar."""
    told = {Mark(mark): value for mark, value in changes.items()}
    return changed_file(place, data, told, read_facts(place, data, LIES), LIES).data


def marks(data, place=Place.ADOBE):
    return marks_in(place, read_facts(place, data, LIES), LIES)


def write(tmp_path, before, after, name="IMG.xmp"):
    changed = frozenset(mark for mark in Mark if value_of(before, mark) != value_of(after, mark))
    return JournalWrite(
        1, 1, tmp_path / name, tmp_path / "IMG.CR3", WriteState.DONE, "", b"", b"", b"", before, after, changed,
        None, None, False, None,
    )  # fmt: skip


def back(data, wrote, lies=LIES):
    return put_back(data, wrote, lambda _photo: lies).data


def test_our_marks_go_and_what_others_did_stays(tmp_path):
    now = file(data=file(rating=4, labels=("Green",)), keywords=("harbour",), flag=Flag.PICK)
    restored = back(now, write(tmp_path, Marks(2), Marks(4, labels=("Green",))))
    assert marks(restored) == Marks(2, Flag.PICK, (), ("harbour",))


@pytest.mark.parametrize(
    ("now", "wrote", "reason"),
    [
        ({"rating": 5}, Marks(4), "the stars were changed to 5 since"),
        ({"keywords": ("sea",)}, Marks(4), "the stars were taken away since"),
        ({"flag": Flag.REJECT}, Marks(flag=Flag.PICK), "the flag was changed to reject since"),
        ({"rating": 5}, Marks(flag=Flag.PICK), "the flag was changed or taken away since"),
        ({"labels": ("Blue",)}, Marks(labels=("Red",)), "the colour label was changed to Blue since"),
        ({"rating": 5}, Marks(labels=("Red",)), "the colour label was changed or taken away since"),
        ({"crop": CropBox(0, 0, 0.5, 0.5)}, Marks(crop=BOX), "the crop was changed or taken away since"),
    ],
)
def test_a_mark_that_somebody_changed_since_is_left_alone_and_told(tmp_path, now, wrote, reason):
    with pytest.raises(NotPutBackError, match=f"^{re.escape(reason)}$"):
        back(file(**now), write(tmp_path, NO_MARKS, wrote))


def test_our_keywords_go_and_those_that_we_took_away_come_back(tmp_path):
    wrote = write(tmp_path, Marks(keywords=("old",)), Marks(keywords=(KEEPER,)))
    now = file(keywords=("theirs", KEEPER))
    assert set(marks(back(now, wrote)).keywords) == {"theirs", "old"}


def test_a_keyword_of_ours_that_somebody_took_away_already_is_no_trouble(tmp_path):
    now = file(keywords=("theirs",))
    assert back(now, write(tmp_path, NO_MARKS, Marks(keywords=(KEEPER,)))) == now


def test_one_of_our_keywords_that_a_person_gave_too_goes_alone(tmp_path):
    wrote = write(tmp_path, NO_MARKS, Marks(keywords=("sea", KEEPER)))
    data = file(data=file(keywords=("sea", KEEPER)), keywords=KeywordChange(remove=(KEEPER,)))
    assert marks(back(data, wrote)).keywords == ()


def test_the_place_follows_from_the_names(tmp_path):
    now = file(Place.DARKTABLE, data=file(Place.DARKTABLE, flag=Flag.REJECT), keywords=("sea",))
    restored = back(now, write(tmp_path, Marks(3), Marks(flag=Flag.REJECT), "img.cr3.XMP"))
    assert marks(restored, Place.DARKTABLE) == Marks(3, keywords=("sea",))
    profile = back(b"[General]\nRank=4\nInTrash=false\n", write(tmp_path, Marks(2), Marks(4), "IMG.CR3.pp3"))
    assert profile == b"[General]\nRank=2\nInTrash=false\n"


def test_stars_come_back_with_the_flag_where_a_reject_had_their_place(tmp_path):
    before, after = Marks(3), Marks(3, Flag.REJECT)  # the stars are known, though the file cannot tell them
    now = file(Place.DARKTABLE, data=file(Place.DARKTABLE, flag=Flag.REJECT), keywords=("sea",))
    restored = back(now, write(tmp_path, before, after, "IMG.CR3.xmp"))
    assert marks(restored, Place.DARKTABLE) == Marks(3, keywords=("sea",))
    assert marks(back(file(rating=3, flag=Flag.REJECT), write(tmp_path, before, after))) == Marks(3)


@pytest.mark.parametrize(("stars", "is_refused"), [(None, False), (0, False), (2, False), (3, True)])
def test_reject_comes_back_over_no_stars_but_those_that_it_left(tmp_path, stars, is_refused):
    wrote = write(tmp_path, Marks(2, Flag.REJECT), Marks(2), "IMG.CR3.xmp")
    now = file(Place.DARKTABLE, rating=stars, keywords=("sea",))
    if is_refused:
        with pytest.raises(NotPutBackError, match="the place of the 3 stars"):
            back(now, wrote)
    else:
        assert marks(back(now, wrote), Place.DARKTABLE).flag is Flag.REJECT


def test_a_crop_needs_the_photo_to_be_known(tmp_path):
    now = file(data=file(crop=BOX), keywords=("sea",))
    assert marks(back(now, write(tmp_path, NO_MARKS, Marks(crop=BOX)))).crop is None
    with pytest.raises(NotPutBackError, match="score it first"):
        back(now, write(tmp_path, NO_MARKS, Marks(crop=BOX)), lies=None)


def test_other_marks_need_no_catalogue(tmp_path):
    now = file(data=file(rating=4), keywords=("sea",))
    assert marks(back(now, write(tmp_path, NO_MARKS, Marks(4)), lies=None)).rating is None


def test_a_mark_that_the_file_can_no_longer_take_is_told(tmp_path):
    wrote = write(tmp_path, Marks(crop=CropBox(0.1, 0.1, 0.9, 0.9, 3.0)), Marks(crop=BOX), "IMG.CR3.xmp")
    now = file(Place.DARKTABLE, data=file(Place.DARKTABLE, crop=BOX), keywords=("sea",))
    with pytest.raises(NotPutBackError, match="straightened"):
        back(now, wrote)


def test_what_cannot_be_read_is_told_as_that(tmp_path):
    with pytest.raises(XmpError):
        back(b"<x:xmpmeta", write(tmp_path, NO_MARKS, Marks(4)))
