"""A run that stays open while a person works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.journal.database import open_journal
from index.journal.entries import WriteState
from index.journal.open_run import OpenRun
from index.journal.write_files import write_all
from tests.index.journal.stars import planned

ROOT = Path(__file__).parents[3]
KILLED = """
import os, sys
from pathlib import Path
from index.journal.open_run import OpenRun
from index.journal.write_files import write_all
from tests.index.journal.stars import planned
run = OpenRun(Path(sys.argv[1]), "killed cull")
for stars in (3, 5):
    with run.journal() as journal:
        write_all(journal, run.begun(journal), [planned(Path(sys.argv[2]), stars)], [].append)
with run.journal() as journal:
    journal.intend(run.begun(journal), [planned(Path(sys.argv[2]), 1)])
    os._exit(9)
"""


@pytest.fixture
def session(journal_file):
    with OpenRun(journal_file, "assist cull") as opened:
        yield opened


def write(session, path, stars):
    with session.journal() as journal:
        run = session.begun(journal)
        write_all(journal, run, [planned(path, stars)], [].append)
    return run


def test_everything_written_meanwhile_is_one_run(session, journal_file, shoot):
    first = write(session, shoot / "a.NEF.xmp", 3)
    assert write(session, shoot / "b.NEF.xmp", 4) == first
    with open_journal(journal_file) as journal:
        assert journal.runs() == [first]
        assert len(journal.writes_of(first)) == 2


def test_nothing_written_is_no_run(session):
    with session.journal() as journal:
        assert journal.runs() == []


def test_others_take_it_for_alive_until_it_is_closed(session, journal_file, shoot):
    run = write(session, shoot / "a.NEF.xmp", 3)
    lock = journal_file.with_name(f"{journal_file.name}.run-{run.id}.lock")
    with open_journal(journal_file):
        assert lock.exists()
    session.close()
    assert not lock.exists()


def test_another_run_begins_where_the_journal_was_replaced(session, journal_file, shoot):
    write(session, shoot / "a.NEF.xmp", 3)
    for file in journal_file.parent.glob("*.db*"):
        if file.suffix != ".lock":
            file.unlink()
    run = write(session, shoot / "b.NEF.xmp", 4)
    with open_journal(journal_file) as journal:
        assert [one.path.name for one in journal.writes_of(run)] == ["b.NEF.xmp"]


def test_killed_session_is_settled_by_whoever_comes_next(journal_file, shoot):
    path = shoot / "a.NEF.xmp"
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(journal_file), str(path)],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 9
    with open_journal(journal_file) as journal:
        (run,) = journal.runs()
        assert [write.state for write in journal.writes_of(run)] == [
            WriteState.DONE,
            WriteState.DONE,
            WriteState.STOPPED,
        ]
        assert journal.last_run() == run
