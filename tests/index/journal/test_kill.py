"""A writer, or an undo, that is killed at any moment: whole files only, and all of it can be taken back."""

from __future__ import annotations

import math
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.journal.carry_out import carry_out
from index.journal.database import open_journal
from index.journal.entries import WriteState
from index.photo.safe_file.stale_parts import stale_parts
from tests.index.journal.stars import given_stars, put_back, sidecar

REPOSITORY = Path(__file__).parents[3]


class KilledShoot:
    """A hundred photos in four folders, two thirds of them with sidecars, and processes that write them."""

    def __init__(self, home: Path, parent: subprocess.Popen[str]) -> None:
        self._parent = parent
        self.journal = home / "catalog.journal.db"
        self.folders = [home / name for name in ("card", "new\nline", "Wörter 写真", "x" * 200)]
        self.paths = [folder / f"DSC_{number:04d}.NEF.xmp" for folder in self.folders for number in range(25)]
        for number, path in enumerate(self.paths):
            path.parent.mkdir(exist_ok=True)
            path.with_suffix("").touch()
            if number % 3:
                path.write_bytes(sidecar(1, "long " * number * 100))
        (home / "paths").write_bytes(b"\0".join(map(os.fsencode, self.paths)))
        self.old = self.files()
        self.new = {path: given_stars(self.old.get(path), 4).data for path in self.paths}

    def files(self) -> dict[Path, bytes]:
        """What all sidecars hold."""
        return {path: path.read_bytes() for folder in self.folders for path in folder.glob("*.xmp")}

    def act(self, action: str, kill_after_s: float = math.inf) -> float:
        """Lets a process write or undo, and kills it after so long unless it ends before; how long it lived."""
        self._parent.stdin.write(f"{action} {kill_after_s}\n")
        self._parent.stdin.flush()
        return float(self._parent.stdout.readline())

    def check_whole(self) -> int:
        """Every file is wholly old or wholly new; how many are new."""
        now = self.files()
        assert {path for path in self.paths if now.get(path) not in (self.old.get(path), self.new[path])} == set()
        return sum(now.get(path) == self.new[path] for path in self.paths)

    def take_back(self) -> None:
        """Opening settles, and undoing the last run that stands brings all back."""
        with open_journal(self.journal) as journal:
            assert [part for folder in self.folders for part in stale_parts(folder)] == []
            run = journal.last_run()
            if run is not None:
                assert WriteState.INTENDED not in {write.state for write in journal.writes_of(run)}
                carry_out(journal, run, put_back, "undo", [].append)
            assert journal.last_run() is None
        assert self.files() == self.old


@contextmanager
def killed_shoot(home: Path) -> Iterator[KilledShoot]:
    names = [str(home / "catalog.journal.db"), str(home / "paths")]
    command = [sys.executable, "-m", "tests.index.journal.killed_writer", *names]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        yield KilledShoot(home, parent)
        parent.stdin.close()


def killed_at_random(home: Path, kills: int) -> list[int]:
    """How many files were new after each kill of a writer; moments are drawn over the time that a whole run takes."""
    draw = random.Random(7)
    written = []
    with killed_shoot(home) as shoot:
        whole_s = shoot.act("write")
        assert shoot.files() == shoot.new
        shoot.take_back()
        for _ in range(kills):
            shoot.act("write", kill_after_s=draw.uniform(0.0, whole_s))
            written.append(shoot.check_whole())
            shoot.take_back()
    return written


def undone_at_random(home: Path, kills: int) -> list[int]:
    """As `killed_at_random`, of an undo."""
    draw = random.Random(11)
    written = []
    with killed_shoot(home) as shoot:
        shoot.act("write")
        whole_s = shoot.act("undo")
        assert shoot.files() == shoot.old
        for _ in range(kills):
            shoot.act("write")
            shoot.act("undo", kill_after_s=draw.uniform(0.0, whole_s))
            written.append(shoot.check_whole())
            shoot.take_back()
    return written


def test_a_killed_writer_leaves_whole_files_and_all_is_taken_back(tmp_path):
    killed_at_random(tmp_path, 10)


def test_a_killed_undo_leaves_whole_files_and_is_finished_by_the_next(tmp_path):
    undone_at_random(tmp_path, 5)


@pytest.mark.heavy
def test_two_hundred_killed_writers_leave_whole_files_and_all_is_taken_back(tmp_path):
    written = killed_at_random(tmp_path, 200)
    assert len({count for count in written if 0 < count < 100}) > 20, "the kills met runs at work"


@pytest.mark.heavy
def test_fifty_killed_undos_leave_whole_files_and_are_finished_by_the_next(tmp_path):
    written = undone_at_random(tmp_path, 50)
    assert len({count for count in written if 0 < count < 100}) > 5, "the kills met undos at work"
