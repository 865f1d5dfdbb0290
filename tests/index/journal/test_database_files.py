"""Which files are opened as a journal: those of others stay as they are, and no journal is thrown away lightly."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.catalog.database import open_catalog
from index.journal.database import open_journal, open_journal_to_read
from index.journal.entries import WriteState
from index.journal.errors import (
    DamagedJournalError,
    ForeignJournalError,
    JournalError,
    MissingJournalError,
    NewerJournalError,
    UnwritableJournalError,
)
from index.journal.write_files import write_all
from tests.index.journal.stars import failed, planned


def test_journal_is_not_the_catalogue_nor_the_other_way_round(tmp_path):
    open_catalog(tmp_path / "catalog.db").close()
    open_journal(tmp_path / "catalog.journal.db").close()
    with pytest.raises(ForeignJournalError, match="not a journal of photo-assist"):
        open_journal(tmp_path / "catalog.db")
    with pytest.raises(Exception, match="not a catalogue of photo-assist"):
        open_catalog(tmp_path / "catalog.journal.db")


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


def test_place_that_takes_no_files_is_told():
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc, where nobody can make a file, not even root")
    with pytest.raises(UnwritableJournalError, match="cannot be written") as refused:
        open_journal(Path("/proc/self/catalog.journal.db"))
    assert "nothing is written without it" in refused.value.hint
