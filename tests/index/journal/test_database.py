"""The journal as its callers see it: a file of its own, safe before a file is touched, never thrown away lightly."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.catalog.database import open_catalog
from index.journal.back_splices import unpacked
from index.journal.database import open_journal, open_journal_to_read
from index.journal.entries import PlannedWrite, RunTally, WriteState
from index.journal.errors import (
    DamagedJournalError,
    ForeignJournalError,
    JournalError,
    LockedJournalError,
    MissingJournalError,
    NewerJournalError,
    UnwritableJournalError,
)
from index.journal.journal_path import journal_path
from index.journal.write_files import write_all
from index.photo.marks import Mark, Marks
from index.photo.xmp_edit.splices import Splice, applied
from tests.index.journal.stars import done, failed, planned


@pytest.mark.parametrize(
    ("catalog", "journal"),
    [
        ("catalog.db", "catalog.journal.db"),
        ("shoot.v2.sqlite", "shoot.v2.journal.sqlite"),
        ("catalog", "catalog.journal"),
    ],
)
def test_journal_lies_beside_the_catalogue(tmp_path, monkeypatch, catalog, journal):
    assert journal_path(tmp_path / catalog) == tmp_path / journal
    monkeypatch.chdir(tmp_path)
    assert journal_path(Path(catalog)) == tmp_path / journal


def test_catalogue_has_one_journal_whatever_links_lead_to_it(tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "catalog.db").touch()
    (tmp_path / "mine.db").symlink_to("notes/catalog.db")
    (tmp_path / "linked").symlink_to("notes")
    found = {journal_path(tmp_path / name) for name in ("notes/catalog.db", "mine.db", "linked/catalog.db")}
    assert found == {tmp_path / "notes" / "catalog.journal.db"}


def test_journal_is_not_the_catalogue_nor_the_other_way_round(tmp_path):
    open_catalog(tmp_path / "catalog.db").close()
    open_journal(tmp_path / "catalog.journal.db").close()
    with pytest.raises(ForeignJournalError, match="not a journal of photo-assist"):
        open_journal(tmp_path / "catalog.db")
    with pytest.raises(Exception, match="not a catalogue of photo-assist"):
        open_catalog(tmp_path / "catalog.journal.db")


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


def test_another_programs_file_stays_byte_for_byte(tmp_path):
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE writes (id)")
    theirs.close()
    before = path.read_bytes()
    with pytest.raises(ForeignJournalError) as refused:
        open_journal(path)
    assert path.read_bytes() == before
    assert "not touched" in refused.value.hint


def test_journal_of_a_newer_version_is_left_alone(journal, journal_file):
    journal._db.execute("PRAGMA user_version = 99")
    journal.close()
    for opens in (open_journal, open_journal_to_read):
        with pytest.raises(NewerJournalError, match="version 99"):
            opens(journal_file)


def test_nobody_is_told_to_throw_a_damaged_journal_away(journal, journal_file, shoot):
    run = journal.begin("sidecars write")
    for _ in range(200):
        journal.end(failed(journal.intend(run, [planned(shoot / "a.NEF.xmp", 4)]), "x" * 200))
    journal.close()
    data = bytearray(journal_file.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    journal_file.write_bytes(data)
    with pytest.raises(DamagedJournalError, match=r"the journal .* is damaged") as refused:
        open_journal(journal_file)
    assert "keep the file" in refused.value.hint
    assert bytes(data) == journal_file.read_bytes()
    for kind in [JournalError, *JournalError.__subclasses__()]:
        assert not {"delete", "remove", "throw"} & set(kind.hint.split()), kind
        assert "/j.db" in str(kind(Path("/j.db")))


def test_reading_where_nothing_was_written_makes_nothing(tmp_path):
    with pytest.raises(MissingJournalError, match="there is no journal") as refused:
        open_journal_to_read(tmp_path / "catalog.journal.db")
    assert "nothing was written yet" in refused.value.hint
    assert list(tmp_path.iterdir()) == []


def test_reading_leaves_the_journal_byte_for_byte(journal, journal_file, shoot, give_stars):
    run = give_stars(4, shoot / "a.NEF.xmp")
    left_open = journal.begin("killed")
    journal.intend(left_open, [planned(shoot / "b.NEF.xmp", 4)])
    journal.close()
    before = journal_file.read_bytes()
    with open_journal_to_read(journal_file) as reading:
        assert reading.run_called(run.name) == run
        assert [write.state for write in reading.writes_of(left_open)] == [WriteState.INTENDED]
    assert journal_file.read_bytes() == before
    assert [path.name for path in journal_file.parent.iterdir()] == ["catalog.journal.db"]


def test_old_journal_is_brought_up_to_date_for_a_reader(tmp_path):
    path = tmp_path / "catalog.journal.db"
    open_journal(path).close()
    with sqlite3.connect(path) as old:
        old.execute("DROP TABLE writes")
        old.execute("DROP TABLE readings")
        old.execute("DROP TABLE moves")
        old.execute("PRAGMA user_version = 1")
    old.close()
    with open_journal_to_read(path) as journal:
        assert journal.tallies() == {}


def test_writes_from_before_photos_could_be_moved_lie_where_they_were_written(journal_file, shoot):
    with open_journal(journal_file) as journal:
        run = journal.begin("stars")
        write_all(journal, run, [planned(shoot / "a.NEF.xmp", 4)], [].append)
    with closing(sqlite3.connect(journal_file)) as old:
        old.executescript(
            "DROP TABLE moves; DROP INDEX writes_by_place; DROP INDEX writes_by_photo; "
            "ALTER TABLE writes DROP COLUMN now_at; DROP INDEX one_open_write_a_run; "
            "CREATE UNIQUE INDEX one_write_a_run ON writes (run_id, path) WHERE state NOT IN ('failed', 'stopped'); "
            "PRAGMA user_version = 4;"
        )
    with open_journal(journal_file) as journal:
        (write,) = journal.writes_of(run)
        assert (write.path, write.is_displaced) == (shoot / "a.NEF.xmp", False)
        assert journal.bases([write.path])[write.path].rating == 4


def test_journal_that_another_run_holds_is_told(journal, journal_file):
    with open_journal(journal_file, busy_timeout_s=0.05) as second:
        journal._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedJournalError, match="held by another process"):
            second.begin("sidecars write")
        journal._db.execute("ROLLBACK")
        assert second.begin("sidecars write").id == 1


def test_place_that_takes_no_files_is_told():
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc, where nobody can make a file, not even root")
    with pytest.raises(UnwritableJournalError, match="cannot be written") as refused:
        open_journal(Path("/proc/self/catalog.journal.db"))
    assert "nothing is written without it" in refused.value.hint


def test_run_that_begins_gets_the_moment_in_utc(journal):
    run = journal.begin("sidecars write", now=datetime(2026, 11, 22, 12, tzinfo=UTC))
    assert run.started == datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert journal.runs() == [run]
