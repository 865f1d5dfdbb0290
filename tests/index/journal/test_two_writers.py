"""Two runs over the same folders at the same time: no file is a mixture, and all of it can be taken back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from index.journal.carry_out import carry_out
from index.journal.database import open_journal
from index.photo.safe_file.stale_parts import stale_parts
from tests.index.journal.stars import put_back, sidecar, stars_in

REPOSITORY = Path(__file__).parents[3]

WRITER = """
import sys
from pathlib import Path
from index.journal.database import open_journal
from index.journal.write_files import write_all
from tests.index.journal.stars import planned

paths = [Path(name) for name in sys.argv[3:]]
stars = int(sys.argv[2])
with open_journal(Path(sys.argv[1])) as journal:
    print("ready", flush=True)
    sys.stdin.read()
    write_all(journal, journal.begin(f"stars {stars}"), (planned(path, stars) for path in paths), [].append)
"""


def test_two_runs_at_the_same_files_leave_each_whole_and_both_can_be_taken_back(journal_file, tmp_path):
    folder = tmp_path / "shoot"
    folder.mkdir()
    paths = [folder / f"DSC_{number:04d}.NEF.xmp" for number in range(120)]
    for path in paths[::2]:
        path.write_bytes(sidecar(1, "long " * 2_000))
    old = {path: path.read_bytes() for path in paths[::2]}
    command = [sys.executable, "-c", WRITER, os.fspath(journal_file)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    writers = [
        subprocess.Popen([*command, str(stars), *map(os.fspath, paths)], cwd=REPOSITORY, **pipes) for stars in (4, 5)
    ]
    for writer in writers:
        assert writer.stdout.readline() == b"ready\n"
    for writer in writers:
        writer.stdin.close()
    assert [writer.wait() for writer in writers] == [0, 0]
    for writer in writers:
        writer.stdout.close()

    assert {stars_in(path.read_bytes()) for path in paths} <= {4, 5}
    assert all(path.read_bytes().endswith(b"</x:xmpmeta>\n") for path in paths)
    assert stale_parts(folder) == []
    with open_journal(journal_file) as journal:
        assert sum(tally.written for tally in journal.tallies().values()) >= len(paths)
        # A file that both wrote goes back in the order of its writes, whichever run came first there.
        for run in [*journal.runs()[::-1], *journal.runs()[::-1]]:
            carry_out(journal, run, put_back, "undo", [].append)
        assert journal.last_run() is None
    assert {path: path.read_bytes() for path in folder.iterdir()} == old
