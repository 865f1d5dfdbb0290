"""The journal is listed without being changed."""

import pytest

from assist_cli.workflows.journal_runs import files_of_run, journal_runs
from index.journal.entries import RunTally
from index.journal.errors import MissingJournalError, UnknownRunError
from index.photo.marks import Mark, Marks


def test_runs_are_listed_in_order_with_what_became_of_them(desk):
    desk.photo("IMG.CR3")
    desk.write(Marks(4))
    desk.undo()
    first, undo = journal_runs(desk.catalog)
    assert (first.run.command, first.tally, first.undoes) == ("assist sidecars write", RunTally(2, taken_back=2), None)
    assert (undo.tally, undo.undoes) == (RunTally(2), first.run.name)


def test_every_file_of_a_run_is_told(desk):
    desk.photo("IMG.CR3")
    run = desk.write(Marks(4)).run
    writes = files_of_run(desk.catalog, run.name)
    assert [(write.path.name, write.changed, write.marks_after) for write in writes] == [
        ("IMG.CR3.xmp", {Mark.RATING}, Marks(4)),
        ("IMG.xmp", {Mark.RATING}, Marks(4)),
    ]


def test_listing_changes_nothing(desk):
    desk.photo("IMG.CR3")
    run = desk.write(Marks(4)).run
    before = desk.files()
    journal_runs(desk.catalog)
    files_of_run(desk.catalog, run.name)
    assert desk.files() == before


def test_nothing_written_yet_is_no_run_and_makes_no_journal(desk):
    assert journal_runs(desk.catalog) == ()
    with pytest.raises(MissingJournalError):
        files_of_run(desk.catalog, "2026-11-22-1")
    assert not desk.catalog.parent.exists()


def test_an_unknown_run_is_told_with_the_nearest(desk):
    desk.photo("IMG.CR3")
    run = desk.write(Marks(4)).run
    with pytest.raises(UnknownRunError) as raised:
        files_of_run(desk.catalog, run.name[:-1] + "9")
    assert run.name in raised.value.hint
