"""Processes to be killed, forked from one that has imported everything.

`python -m tests.index.journal.killed_writer JOURNAL PATHS`, where PATHS is a file of names parted by NUL. On stdin a line for each
process: `write` (give every sidecar four stars, make those that are not there) or `undo` (take back the last run that stands), and
after how many seconds of work it is killed; the answer is how many it lived.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from index.journal.carry_out import carry_out
from index.journal.database import Journal, open_journal
from index.journal.write_files import write_all
from tests.index.journal.stars import planned, put_back

ENDED = os.WEXITED | os.WNOHANG | os.WNOWAIT


def write(journal: Journal, paths: list[Path]) -> None:
    run = journal.begin("stars 4")
    write_all(journal, run, (planned(path, 4) for path in paths), [].append)


def undo(journal: Journal) -> None:
    run = journal.last_run()
    assert run is not None
    carry_out(journal, run, put_back, "undo", [].append)


def act(action: str, journal_file: Path, paths: list[Path], ready: int) -> None:
    with open_journal(journal_file) as journal:
        os.write(ready, b"!")
        if action == "write":
            write(journal, paths)
        else:
            undo(journal)


def lived(child: int, ready: int, kill_after_s: float) -> float:
    os.read(ready, 1)
    started = time.monotonic()
    while time.monotonic() < started + kill_after_s and os.waitid(os.P_PID, child, ENDED) is None:
        time.sleep(0.0005)
    os.kill(child, signal.SIGKILL)  # it may have ended, but its number is not given away before it is waited for
    os.waitpid(child, 0)
    return time.monotonic() - started


def main(journal_file: Path, list_of_paths: Path) -> None:
    paths = [Path(os.fsdecode(name)) for name in list_of_paths.read_bytes().split(b"\0")]
    for line in sys.stdin:
        action, kill_after_s = line.split()
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            act(action, journal_file, paths, writer)
            os._exit(0)
        os.close(writer)
        sys.stdout.write(f"{lived(child, reader, float(kill_after_s))}\n")
        sys.stdout.flush()
        os.close(reader)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
