"""What is still to be written, told from what sidecars have."""

from __future__ import annotations

from dataclasses import replace

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.unsaved_marks import Unsaved, UnsavedMarks
from index.photo.marks import NO_MARKS, Mark, Marks
from tests.assist_cli.workflows.cull.made_cull import path_of

PHOTO = CullPhoto(path_of(0), marks=Marks(rating=3))


def test_what_was_not_touched_or_is_as_before_is_not_unsaved():
    unsaved = UnsavedMarks({})
    assert unsaved.among({PHOTO.path: PHOTO}) == []
    unsaved.touched(PHOTO)
    assert unsaved.among({PHOTO.path: PHOTO}) == []
    marked = replace(PHOTO, marks=Marks(rating=4))
    assert unsaved.among({PHOTO.path: marked}) == [Unsaved(marked, PHOTO.marks)]


def test_what_an_earlier_cull_took_away_is_unsaved_until_it_is_written():
    photo = replace(PHOTO, marks=NO_MARKS)
    unsaved = UnsavedMarks({PHOTO.path: frozenset({Mark.LABELS})})
    assert unsaved.among({PHOTO.path: photo}) == [Unsaved(photo, NO_MARKS, frozenset({Mark.LABELS}))]
    unsaved.saved({PHOTO.path: photo})
    assert unsaved.among({PHOTO.path: photo}) == []


def test_mark_is_written_where_a_sidecar_was_given_it():
    unsaved = UnsavedMarks({})
    unsaved.touched(replace(PHOTO, marks=NO_MARKS))
    assert not unsaved.is_written(PHOTO.path, Mark.RATING)
    unsaved.saved({PHOTO.path: PHOTO})
    assert unsaved.is_written(PHOTO.path, Mark.RATING)
    assert not unsaved.is_written(PHOTO.path, Mark.FLAG)
