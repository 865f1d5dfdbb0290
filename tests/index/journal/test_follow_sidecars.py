"""What we wrote and read in a sidecar goes with it when we move it."""

from __future__ import annotations

import pytest

from index.journal.move_entries import Deed, PlannedMove
from index.journal.move_photos import move_all
from index.journal.readings import Reading
from index.journal.undo import UndoKind
from index.photo.marks import Mark, Marks
from index.photo.safe_file.file_look import look_of
from tests.index.journal.stars import stars_in


@pytest.fixture
def move(journal):
    """Moves one file."""

    def call(source, target):
        target.parent.mkdir(exist_ok=True)
        results = []
        plan = PlannedMove(Deed.MOVE, source, source, target, look_of(source))
        run = journal.begin("move")
        move_all(journal, run, [(plan,)], results.append)
        assert [result.error for result in results] == [None]
        return run

    return call


@pytest.fixture
def sidecar(shoot):
    return shoot / "a.NEF.xmp"


@pytest.fixture
def moved(shoot):
    return shoot / "picks" / "a.NEF.xmp"


def test_our_marks_are_known_at_the_new_place_and_no_more_at_the_old(journal, give_stars, move, sidecar, moved):
    give_stars(4, sidecar)
    move(sidecar, moved)
    assert journal.bases([sidecar, moved]) == {moved: Marks(rating=4)}
    assert journal.known([sidecar, moved]).keys() == {moved}


def test_what_was_read_goes_along(journal, move, sidecar, moved):
    journal.note_read([Reading(sidecar, Marks(rating=2), frozenset({Mark.RATING}))])
    move(sidecar, moved)
    assert journal.known([sidecar, moved])[moved][Mark.RATING].by_person


def test_write_is_taken_back_where_the_file_lies_now(give_stars, move, undo, sidecar, moved):
    before = sidecar.read_bytes()
    run = give_stars(4, sidecar)
    move(sidecar, moved)
    undo(run)
    assert (moved.read_bytes(), sidecar.exists()) == (before, False)


def test_move_that_is_taken_back_brings_our_marks_back(journal, give_stars, move, undo, sidecar, moved):
    give_stars(4, sidecar)
    undo(move(sidecar, moved))
    assert journal.bases([sidecar, moved]) == {sidecar: Marks(rating=4)}
    assert stars_in(sidecar.read_bytes()) == 4


def test_file_that_was_there_before_is_another_one(journal, give_stars, move, undo, sidecar, moved):
    moved.parent.mkdir()
    moved.write_bytes(sidecar.read_bytes())
    first = give_stars(5, moved)
    moved.unlink()
    give_stars(2, sidecar)
    move(sidecar, moved)
    assert journal.bases([moved]) == {moved: Marks(rating=2)}
    undone = undo(first)
    assert [step.kind for step in undone.steps] == [UndoKind.REFUSE]
    assert stars_in(moved.read_bytes()) == 2
