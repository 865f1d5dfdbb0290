"""The journal as its callers see it: a file of its own, in which each write is noted before a file is touched."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.journal.back_splices import unpacked
from index.journal.database import open_journal
from index.journal.entries import PlannedWrite, RunTally, WriteState
from index.journal.errors import LockedJournalError
from index.photo.marks import Mark, Marks
from index.photo.xmp_edit.splices import Splice, applied
from tests.index.journal.stars import done, failed, planned


def test_new_journal_is_empty_and_closing_leaves_one_file(journal, journal_file):
    assert (journal.runs(), journal.tallies(), journal.last_run(), journal.bases([Path("/a")])) == ([], {}, None, {})
    journal.begin("sidecars write")
    journal.close()
    assert [path.name for path in journal_file.parent.iterdir()] == ["catalog.journal.db"]


def test_what_is_noted_survives_a_power_cut(journal):
    (level,) = journal._db.execute("PRAGMA synchronous").fetchone()
    assert level == 2, "FULL: https://www.sqlite.org/pragma.html#pragma_synchronous"


def test_planned_write_comes_back_as_it_was_noted(journal):
    plan = PlannedWrite(
        Path(os.fsdecode(b"/shoot/\xe9\n.xmp")),
        Path("/shoot/a.NEF"),
        b"old bytes",
        b"new bytes",
        (Splice(0, 3, b"new"),),
        Marks(rating=1),
        Marks(rating=4, labels=("Red",)),
        frozenset({Mark.RATING, Mark.LABELS}),
        mode=0o640,
        mtime_ns=1_700_000_000_123_456_789,
    )
    run = journal.begin("sidecars write")
    ids = journal.intend(run, [plan])
    (write,) = journal.writes_of(run)
    assert [write.id] == ids
    assert (write.run, write.path, write.photo, write.state) == (run.id, plan.path, plan.photo, WriteState.INTENDED)
    assert (write.marks_before, write.marks_after, write.changed) == (plan.marks_before, plan.marks_after, plan.changed)
    assert (write.mode, write.mtime_ns, write.taken_back, write.takes_back) == (0o640, plan.mtime_ns, False, None)
    assert applied(plan.after, unpacked(write.way_back)) == plan.before


def test_several_intents_are_noted_all_or_none(journal, shoot):
    run = journal.begin("sidecars write")
    good = planned(shoot / "a.NEF.xmp", 4)
    with pytest.raises(ValueError, match="changes nothing"):
        journal.intend(run, [good, replace(good, path=shoot / "c.xmp", after=good.before)])
    with pytest.raises(ValueError, match="absolute"):
        journal.intend(run, [good, replace(good, path=Path("a.xmp"))])
    assert journal.writes_of(run) == []


def test_file_is_written_once_a_run_but_may_be_tried_again(journal, shoot):
    run = journal.begin("sidecars write")
    plan = planned(shoot / "a.NEF.xmp", 4)
    first = journal.intend(run, [plan])
    with pytest.raises(sqlite3.IntegrityError):
        journal.intend(run, [plan])
    journal.end(failed(first, "the disk is full"))
    journal.end(done(journal.intend(run, [plan])))
    assert [(write.state, write.reason) for write in journal.writes_of(run)] == [
        (WriteState.FAILED, "the disk is full"),
        (WriteState.DONE, ""),
    ]


def test_tallies_count_what_became_of_the_files(journal, shoot):
    run = journal.begin("sidecars write")
    ids = journal.intend(run, [planned(shoot / f"{name}.NEF.xmp", 4) for name in "abc"])
    journal.end(done(ids[:2]))
    journal.end(failed(ids[2:], "no"))
    journal.is_as_before(ids[:1])
    journal.is_as_before([])
    assert journal.tallies() == {run.id: RunTally(written=2, taken_back=1, failed=1)}
    assert journal.tallies()[run.id].standing == 1


def test_last_run_is_the_last_one_that_can_be_taken_back(journal, shoot):
    first = journal.begin("first")
    (write,) = journal.intend(first, [planned(shoot / "a.NEF.xmp", 4)])
    journal.end(done([write]))
    second = journal.begin("failed")
    journal.end(failed(journal.intend(second, [planned(shoot / "b.NEF.xmp", 4)]), "no"))
    journal.begin("empty")
    assert journal.last_run() == first
    undo = journal.begin("undo", undoes=first)
    again = replace(planned(shoot / "a.NEF.xmp", 5), takes_back=write)
    journal.end(done(journal.intend(undo, [again])))
    assert journal.last_run() is None
    assert journal.runs()[-1] == undo
    assert undo.undoes == first.id


def test_journal_that_another_run_holds_is_told(journal, journal_file):
    with open_journal(journal_file, busy_timeout_s=0.05) as second:
        journal._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedJournalError, match="held by another process"):
            second.begin("sidecars write")
        journal._db.execute("ROLLBACK")
        assert second.begin("sidecars write").id == 1


def test_run_that_begins_gets_the_moment_in_utc(journal):
    run = journal.begin("sidecars write", now=datetime(2026, 11, 22, 12, tzinfo=UTC))
    assert run.started == datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert journal.runs() == [run]
