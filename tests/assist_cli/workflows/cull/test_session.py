"""A cull as a screen drives it: marks are given, kept and taken back."""

from __future__ import annotations

import pytest

from assist_cli.workflows.cull.kept_marks import Change
from index.catalog.errors import LockedCatalogError
from index.photo.marks import NO_MARKS, ColorLabel, Flag, Mark, Marks
from tests.assist_cli.workflows.cull.made_cull import FOLDER, in_catalogue, path_of


def test_a_mark_is_in_the_catalogue_at_once(session, kept):
    session.set_flag(Flag.PICK)
    session.set_rating(3)
    assert in_catalogue(kept) == {path_of(0): Marks(flag=Flag.PICK), path_of(1): Marks(rating=3)}


def test_marks_of_one_photo_stand_beside_each_other(session, kept):
    session.set_rating(4, stay=True)
    session.set_flag(Flag.REJECT, stay=True)
    session.set_label(ColorLabel.BLUE, stay=True)
    assert in_catalogue(kept)[path_of(0)] == Marks(4, Flag.REJECT, ("Blue",)) == session.marked(path_of(0))


def test_marking_goes_on_to_the_next_photo_and_stays_on_the_last(session):
    session.set_flag(Flag.PICK)
    assert session.cursor == 1
    session.last()
    session.set_flag(Flag.PICK)
    assert session.cursor == 5


def test_with_stay_or_without_auto_advance_the_cursor_stays(session):
    session.set_rating(2, stay=True)
    assert session.cursor == 0
    session.auto_advance = False
    session.set_rating(3)
    assert session.cursor == 0


def test_marking_another_photo_leaves_the_cursor(session):
    session.set_flag(Flag.PICK, on=path_of(3))
    assert session.cursor == 0
    assert session.marked(path_of(3)) == Marks(flag=Flag.PICK)


def test_the_same_mark_again_changes_nothing_but_goes_on(session, kept):
    session.set_flag(Flag.PICK)
    before = kept.people.under([FOLDER])
    session.move(-1)
    assert session.set_flag(Flag.PICK) == ()
    assert session.cursor == 1
    assert kept.people.under([FOLDER]) == before
    session.undo()
    assert session.undo() == ()


def test_more_than_five_stars_are_a_mistake(session):
    with pytest.raises(ValueError, match="0 to 5"):
        session.set_rating(6)


def test_a_label_is_set_alone_and_taken_away(session):
    session.set_label(ColorLabel.RED, stay=True)
    session.set_label(ColorLabel.GREEN, stay=True)
    assert session.current.marks.labels == ("Green",)
    session.set_label(None, stay=True)
    assert session.current.marks == NO_MARKS


def test_a_label_that_is_taken_back_leaves_nothing_said(session, kept):
    session.set_label(ColorLabel.RED, stay=True)
    session.undo()
    assert kept.people.under([path_of(0)]) == {}


def test_what_a_person_took_away_is_so_again_after_an_undo(session, kept):
    session.set_label(ColorLabel.RED, stay=True)
    session.set_label(None, stay=True)
    session.set_label(ColorLabel.BLUE, stay=True)
    session.undo()
    assert kept.people.under([path_of(0)])[path_of(0)].cleared == {Mark.LABELS}


def test_a_mark_that_cannot_be_kept_raises_and_changes_nothing(session, monkeypatch, catalog):
    def locked(*_arguments):
        raise LockedCatalogError(catalog, "locked")

    monkeypatch.setattr("index.catalog.people_marks.PeopleMarks.store", locked)
    with pytest.raises(LockedCatalogError):
        session.set_flag(Flag.PICK)
    assert session.cursor == 0
    assert session.current.marks == NO_MARKS
    assert session.undo() == ()


def test_undo_goes_back_over_the_whole_session(session, kept):
    session.set_rating(3, stay=True)
    session.set_rating(5)
    session.set_flag(Flag.REJECT)
    session.last()
    assert session.undo() == (Change(path_of(1), Mark.FLAG, None, Flag.REJECT),)
    assert session.current.path == path_of(1)
    assert session.undo() == (Change(path_of(0), Mark.RATING, 3, 5),)
    assert session.marked(path_of(0)) == Marks(rating=3)
    assert session.undo() == (Change(path_of(0), Mark.RATING, None, 3),)
    assert session.undo() == ()
    assert in_catalogue(kept) == {}


def test_several_flags_are_set_and_taken_back_as_one(session, kept):
    session.set_flags({path_of(2): Flag.PICK, path_of(3): Flag.REJECT})
    assert session.cursor == 0
    assert len(in_catalogue(kept)) == 2
    assert len(session.undo()) == 2
    assert in_catalogue(kept) == {}


def test_an_undo_that_cannot_be_kept_may_be_tried_again(session, monkeypatch, catalog):
    def locked(*_arguments):
        raise LockedCatalogError(catalog, "locked")

    session.set_flag(Flag.PICK)
    with monkeypatch.context() as patch:
        patch.setattr("index.catalog.people_marks.PeopleMarks.store", locked)
        with pytest.raises(LockedCatalogError):
            session.undo()
    assert len(session.undo()) == 1
    assert session.marked(path_of(0)) == NO_MARKS


def test_what_is_unsaved_is_told_with_what_was_there_before(session):
    session.set_rating(3)
    session.set_rating(2)
    session.undo()
    (one,) = session.unsaved()
    assert (one.photo.path, one.photo.marks.rating, one.saved) == (path_of(0), 3, NO_MARKS)
    session.note_saved([one])
    assert session.unsaved() == []
    session.set_rating(4, on=path_of(0))
    assert session.unsaved()[0].saved == Marks(rating=3)


def test_the_pace_counts_photos_once(session, clock):
    for number in range(5):
        clock.now_s += 2.0
        session.set_rating(1, on=path_of(number))
        session.set_rating(2, on=path_of(number))
    assert session.pace() == pytest.approx(30.0)
