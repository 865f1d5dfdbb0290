"""What we last wrote and still stands is the base of a merge: only our marks, only while they are not taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.journal.entries import PlannedWrite
from index.journal.last_written import LaterWrite
from index.photo.marks import Flag, Mark, Marks
from index.photo.sidecar_place import Place
from tests.index.journal.stars import done, failed

PATH = Path("/shoot/a.NEF.xmp")


@pytest.fixture
def wrote(journal):
    """Notes that a run wrote marks: `wrote(Marks(rating=4), Mark.RATING)`."""

    def note(marks, *changed, path=PATH, takes_back=None, place=None):
        run = journal.begin("sidecars write")
        told = frozenset(changed)
        plan = PlannedWrite(path, path, None, b"new", (), Marks(), marks, told, takes_back=takes_back, place=place)
        (write,) = journal.intend(run, [plan])
        journal.end(done([write]))
        return write

    return note


def test_base_holds_the_marks_that_we_wrote_and_no_others(journal, wrote):
    wrote(Marks(rating=4, keywords=("theirs",)), Mark.RATING)
    assert journal.bases([PATH, Path("/shoot/b.NEF.xmp")]) == {PATH: Marks(rating=4)}


def test_base_takes_each_mark_from_its_last_write(journal, wrote):
    wrote(Marks(rating=4, labels=("Red",)), Mark.RATING, Mark.LABELS)
    wrote(Marks(rating=2, flag=Flag.PICK), Mark.RATING, Mark.FLAG)
    assert journal.bases([PATH]) == {PATH: Marks(rating=2, labels=("Red",), flag=Flag.PICK)}


def test_base_leaves_out_what_was_taken_back(journal, wrote):
    wrote(Marks(rating=3), Mark.RATING)
    second = wrote(Marks(rating=4), Mark.RATING)
    undo = wrote(Marks(rating=3), Mark.RATING, takes_back=second)
    assert journal.bases([PATH]) == {PATH: Marks(rating=3)}
    redo = wrote(Marks(rating=4), Mark.RATING, takes_back=undo)
    assert journal.bases([PATH]) == {PATH: Marks(rating=4)}
    wrote(Marks(rating=3), Mark.RATING, takes_back=redo)
    assert journal.bases([PATH]) == {PATH: Marks(rating=3)}


def test_base_leaves_out_what_only_was_intended_or_failed(journal):
    run = journal.begin("sidecars write")
    plan = PlannedWrite(PATH, PATH, None, b"new", (), Marks(), Marks(rating=4), frozenset({Mark.RATING}))
    journal.end(failed(journal.intend(run, [plan]), "the disk is full"))
    journal.intend(run, [replace(plan, path=PATH.with_name("b.xmp"))])
    assert journal.bases([PATH, PATH.with_name("b.xmp")]) == {}


def test_bases_of_more_paths_than_a_statement_takes(journal, wrote):
    paths = [PATH.with_name(f"{number}.xmp") for number in range(12_000)]
    wrote(Marks(rating=1), Mark.RATING, path=paths[0])
    wrote(Marks(rating=2), Mark.RATING, path=paths[-1])
    assert journal.bases(iter(paths)) == {paths[0]: Marks(rating=1), paths[-1]: Marks(rating=2)}


def test_later_writes_are_those_of_later_runs_that_stand(journal, wrote):
    first = wrote(Marks(rating=4), Mark.RATING)
    second = wrote(Marks(flag=Flag.PICK), Mark.FLAG)
    third = wrote(Marks(rating=1), Mark.RATING)
    wrote(Marks(rating=4), Mark.RATING, takes_back=third)
    wrote(Marks(rating=1), Mark.RATING, path=PATH.with_name("b.xmp"))
    run = journal.runs()[0]
    assert journal.later_writes(run) == {first: [LaterWrite(journal.runs()[1].name, frozenset({Mark.FLAG}))]}
    assert journal.later_writes(journal.runs()[1]) == {}
    assert second > first


def test_later_reject_in_darktable_s_place_hides_stars(journal, wrote):
    first = wrote(Marks(rating=4), Mark.RATING)
    run = journal.last_run()
    for place in (Place.DARKTABLE, Place.ADOBE):
        wrote(Marks(flag=Flag.REJECT), Mark.FLAG, place=place)
    wrote(Marks(flag=Flag.REJECT, labels=("Red",)), Mark.LABELS, place=Place.DARKTABLE)
    assert [later.hides_stars for later in journal.later_writes(run)[first]] == [True, False, False]
