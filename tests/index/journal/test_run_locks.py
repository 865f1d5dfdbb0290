"""A run that is alive is known by its lock, and a kill unlocks it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from index.journal import run_locks
from index.journal.run_locks import RunLocks

REPOSITORY = Path(__file__).parents[3]
HOLDER = """
import pathlib, sys
from index.journal.run_locks import RunLocks
locks = RunLocks(pathlib.Path(sys.argv[1]))
locks.hold(5)
print(flush=True)
sys.stdin.read()
"""


@pytest.fixture
def ours(tmp_path):
    locks = RunLocks(tmp_path / "catalog.journal.db")
    yield locks
    locks.release()


@pytest.fixture
def theirs(tmp_path):
    return RunLocks(tmp_path / "catalog.journal.db")


def is_dead(locks, run):
    with locks.if_dead(run) as answer:
        return answer


def test_run_is_alive_for_others_until_it_is_released(ours, theirs, tmp_path):
    ours.hold(3)
    ours.hold(3)
    assert (is_dead(theirs, 3), is_dead(theirs, 4), is_dead(ours, 3)) == (False, True, True)
    ours.release()
    assert is_dead(theirs, 3)
    assert list(tmp_path.iterdir()) == []


def test_nobody_else_finds_a_run_dead_while_it_is_looked_at(ours, theirs):
    with ours.if_dead(3) as first, theirs.if_dead(3) as second:
        assert (first, second) == (True, False)


def test_killed_run_is_dead_and_its_file_is_found(theirs, tmp_path):
    command = [sys.executable, "-c", HOLDER, tmp_path / "catalog.journal.db"]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stdin=subprocess.PIPE) as child:
        child.stdout.readline()
        assert not is_dead(theirs, 5)
        child.kill()
    assert theirs.left_behind() == {5}
    assert is_dead(theirs, 5)
    assert theirs.left_behind() == frozenset()


def test_files_of_other_journals_are_none_of_ours(theirs, tmp_path):
    for name in ("other.journal.db.run-3.lock", "catalog.journal.db.run-x.lock", "catalog.journal.db.lock"):
        (tmp_path / name).touch()
    assert theirs.left_behind() == frozenset()


def test_a_link_to_the_journal_leads_to_the_same_locks(ours, tmp_path):
    (tmp_path / "catalog.journal.db").touch()
    (tmp_path / "link.db").symlink_to("catalog.journal.db")
    ours.hold(1)
    assert not is_dead(RunLocks(tmp_path / "link.db"), 1)


def test_where_nothing_can_be_locked_others_count_as_dead(ours, theirs, monkeypatch):
    def refused(_descriptor, _how):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(run_locks.fcntl, "flock", refused)
    ours.hold(1)
    assert is_dead(theirs, 1)
