"""Files are in the journal before they are touched, and one that fails stops no other."""

from __future__ import annotations

import errno
import fcntl
import os
from dataclasses import replace

import pytest

from index.journal import write_files
from index.journal.database import open_journal
from index.journal.entries import WriteState
from index.journal.errors import FullJournalError
from index.journal.write_files import FILES_AT_ONCE, write_all
from index.photo.safe_file.errors import BusyFolderError, FileChangedError, FileRefusedError
from index.photo.safe_file.lock import folder_lock
from index.photo.safe_file.part_file import part_name
from tests.index.journal.stars import planned, sidecar, stars_in


def states(journal, run):
    return [write.state for write in journal.writes_of(run)]


def test_files_are_changed_made_and_taken_away(journal, shoot):
    run = journal.begin("sidecars write")
    gone = planned(shoot / "b.NEF.xmp", 4)
    gone = replace(gone, after=None, splices=())
    results = []
    write_all(journal, run, [planned(shoot / "a.NEF.xmp", 4), gone, planned(shoot / "c.NEF.xmp", 4)], results.append)
    assert [result.error for result in results] == [None] * 3
    assert (shoot / "a.NEF.xmp").read_bytes() == sidecar(4, "harbour")
    assert not (shoot / "b.NEF.xmp").exists()
    assert (shoot / "c.NEF.xmp").read_bytes() == sidecar(4)
    assert states(journal, run) == [WriteState.DONE] * 3


def test_file_is_in_the_journal_on_the_disk_before_it_is_touched(journal, journal_file, shoot, monkeypatch):
    seen = []
    really_replace = write_files.replace_file

    def looking(path, data, **options):
        with open_journal(journal_file) as other:
            run = other.runs()[-1]
            seen.append([write.path for write in other.writes_of(run)])
        really_replace(path, data, **options)

    monkeypatch.setattr(write_files, "replace_file", looking)
    path = shoot / "a.NEF.xmp"
    write_all(journal, journal.begin("sidecars write"), [planned(path, 4)], [].append)
    assert seen == [[path]]


def test_file_that_fails_stops_no_other_and_its_reason_is_kept(journal, shoot):
    run = journal.begin("sidecars write")
    plans = [planned(shoot / f"{name}.NEF.xmp", 4) for name in "abc"]
    (shoot / "a.NEF.xmp").chmod(0o444)
    (shoot / "b.NEF.xmp").write_bytes(sidecar(5, "theirs"))
    results = []
    write_all(journal, run, plans, results.append)
    assert [type(result.error) for result in results] == [FileRefusedError, FileChangedError, type(None)]
    assert [(write.state, write.reason) for write in journal.writes_of(run)] == [
        (WriteState.FAILED, "it is write-protected"),
        (WriteState.FAILED, "it was changed since it was read"),
        (WriteState.DONE, ""),
    ]
    assert stars_in((shoot / "b.NEF.xmp").read_bytes()) == 5


def test_more_files_than_a_batch_are_planned_as_they_are_written(journal, tmp_path):
    paths = [tmp_path / f"{number}.NEF.xmp" for number in range(2 * FILES_AT_ONCE + 1)]
    most_ahead = 0
    drawn = 0
    told = []

    def plans():
        nonlocal drawn
        for path in paths:
            drawn += 1
            yield planned(path, 4)

    def on_result(result):
        nonlocal most_ahead
        told.append(result)
        most_ahead = max(most_ahead, drawn - len(told))

    run = journal.begin("sidecars write")
    write_all(journal, run, plans(), on_result)
    assert states(journal, run) == [WriteState.DONE] * len(paths)
    assert most_ahead < FILES_AT_ONCE, "sidecars can be megabytes"


def test_what_was_written_before_an_interrupt_is_noted(journal, shoot):
    run = journal.begin("sidecars write")
    told = []

    def interrupted(result):
        told.append(result)
        if len(told) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_all(journal, run, [planned(shoot / f"{name}.NEF.xmp", 4) for name in "abc"], interrupted)
    assert states(journal, run) == [WriteState.DONE, WriteState.DONE, WriteState.INTENDED]
    journal.settle()
    assert states(journal, run) == [WriteState.DONE, WriteState.DONE, WriteState.STOPPED]


def test_nothing_is_touched_when_the_journal_has_no_room(journal, shoot):
    run = journal.begin("sidecars write")
    (pages,) = journal._db.execute("PRAGMA page_count").fetchone()
    journal._db.execute(f"PRAGMA max_page_count = {pages}")
    plans = [planned(shoot / f"{name}.NEF.xmp", 4) for name in "abc"]
    large = replace(plans[0], splices=(), before=None, after=b"x", path=shoot / "d.xmp")
    large = replace(large, before=os.urandom(100_000), after=None)
    with pytest.raises(FullJournalError, match="disk is full") as refused:
        write_all(journal, run, [*plans, large], [].append)
    assert "nothing is written that could not be taken back" in refused.value.hint
    assert (shoot / "a.NEF.xmp").read_bytes() == sidecar(None, "harbour")
    assert journal.writes_of(run) == []


def test_full_disk_keeps_what_was_written(journal, shoot, monkeypatch):
    run = journal.begin("sidecars write")
    plans = [planned(shoot / f"{name}.NEF.xmp", 4) for name in "abc"]
    really_replace = write_files.replace_file

    def full_from_b_on(path, data, **options):
        if path.name[0] != "a":
            monkeypatch.setattr(os, "write", full)
        really_replace(path, data, **options)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(write_files, "replace_file", full_from_b_on)
    results = []
    write_all(journal, run, plans, results.append)
    monkeypatch.undo()
    assert [result.error and result.error.message for result in results] == [
        None,
        "the disk is full",
        "the disk is full",
    ]
    assert sorted(path.name for path in shoot.iterdir()) == ["a.NEF", "a.NEF.xmp", "b.NEF", "b.NEF.xmp", "c.NEF"]
    assert (shoot / "b.NEF.xmp").read_bytes() == sidecar(2, "tower")


def test_busy_folder_is_waited_for_once_and_the_others_are_written(journal, shoot, tmp_path, monkeypatch):
    monkeypatch.setattr(write_files, "LOCK_TIMEOUT_S", 0.05)
    waits = []
    really_lock = write_files.folder_lock

    def noting(folder, *, timeout_s):
        waits.append((folder.name, timeout_s))
        return really_lock(folder, timeout_s=timeout_s)

    monkeypatch.setattr(write_files, "folder_lock", noting)
    free = tmp_path / "free"
    free.mkdir()
    results = []
    plans = [planned(path, 4) for path in (shoot / "a.NEF.xmp", shoot / "b.NEF.xmp", free / "a.NEF.xmp")]
    with folder_lock(shoot):
        write_all(journal, journal.begin("sidecars write"), plans, results.append)
    assert [type(result.error) for result in results] == [BusyFolderError, BusyFolderError, type(None)]
    assert waits == [("shoot", 0.05), ("shoot", 0), ("free", 0.05)]


def test_part_files_of_a_killed_run_go_with_the_next_write_into_the_folder(shoot, give_stars):
    (shoot / part_name("other.xmp")).write_bytes(b"half")
    give_stars(4, shoot / "a.NEF.xmp")
    assert not (shoot / part_name("other.xmp")).exists()


def test_part_file_that_another_run_is_writing_stays(shoot, give_stars):
    part = shoot / part_name("other.xmp")
    with part.open("wb") as theirs:
        fcntl.flock(theirs, fcntl.LOCK_EX)
        give_stars(4, shoot / "a.NEF.xmp")
        assert part.exists()


def test_write_of_which_the_drive_said_too_little_is_unsure(journal, shoot, monkeypatch):
    def fails(_descriptor):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("index.photo.safe_file.replace.make_names_durable", fails)
    run = journal.begin("sidecars write")
    results = []
    write_all(journal, run, [planned(shoot / "a.NEF.xmp", 4)], results.append)
    assert "just after it was written" in results[0].error.message
    assert states(journal, run) == [WriteState.UNSURE]
    assert journal.last_run() == run
