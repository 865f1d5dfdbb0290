"""Marks on their way into the catalogue, beside what others keep there."""

from __future__ import annotations

from datetime import UTC, datetime

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.kept_marks import SAVED_SOURCE, SOURCE, Change, KeptMarks, Wanted
from index.catalog.people_marks import PersonsMarks
from index.photo.marks import Flag, Mark, Marks
from tests.assist_cli.workflows.cull.made_cull import FOLDER, path_of

PHOTO = CullPhoto(path_of(0), (FOLDER / "IMG_0000.NEF",))


def said(path, marks, source="IMG_0000.xmp"):
    return PersonsMarks(path, "picture", marks, source, datetime(2026, 11, 20, tzinfo=UTC))


def test_a_mark_is_laid_over_those_that_are_there_under_the_name_that_they_have(kept):
    (raw,) = PHOTO.companions
    kept.people.store([said(raw, Marks(rating=2, keywords=("bride",)))])
    changes = KeptMarks(kept).change([Wanted(PHOTO, Mark.RATING, 4)])
    assert changes == (Change(PHOTO.path, Mark.RATING, 2, 4),)
    here = kept.people.under([FOLDER])
    assert {path: (one.marks, one.source) for path, one in here.items()} == {
        raw: (Marks(rating=4, keywords=("bride",)), SOURCE)
    }


def test_several_marks_of_one_photo_are_kept_together(kept):
    wanted = [Wanted(PHOTO, Mark.RATING, 4), Wanted(PHOTO, Mark.FLAG, Flag.PICK)]
    assert len(KeptMarks(kept).change(wanted)) == 2
    assert KeptMarks(kept).of([PHOTO], [FOLDER])[PHOTO.path].marks == Marks(rating=4, flag=Flag.PICK)


def test_what_was_marked_anew_since_is_not_noted_as_saved(kept):
    door = KeptMarks(kept)
    door.change([Wanted(PHOTO, Mark.RATING, 4)])
    door.saved({PHOTO.path: CullPhoto(PHOTO.path, marks=Marks(rating=3))})
    assert door.of([PHOTO], [FOLDER])[PHOTO.path].source == SOURCE
    door.saved({PHOTO.path: CullPhoto(PHOTO.path, marks=Marks(rating=4))})
    assert door.of([PHOTO], [FOLDER])[PHOTO.path].source == SAVED_SOURCE
