"""`assist sidecars write` and `assist undo` killed by the system at any moment, and two of them at once."""

from __future__ import annotations

import random
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.journal.database import open_journal_to_read
from index.journal.journal_path import journal_path
from index.photo.safe_file.stale_parts import stale_parts
from tests.assist_cli.conftest import Answer
from tests.end_to_end.program import ROOT, assist_process, command_of, environment_of
from tests.end_to_end.stored_shoot import StoredShot, store_shots
from tests.index.photo.xmp_edit.generated_sidecars import made_sidecar
from tests.index.photo.xmp_edit.plain_reader import PlainSidecar

PHOTOS = 90
ADVICE = ("--advice", "keywords")
"""It goes into every sidecar, whoever rated the photo."""


@dataclass(frozen=True)
class KillableShoot:
    """Photos in two folders, two thirds of them with a sidecar, and processes that write beside them."""

    folder: Path
    catalog: Path
    old: dict[Path, bytes]

    def files(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.folder.rglob("*.xmp")}

    def parts(self) -> list[Path]:
        return [part for folder in self.folder.iterdir() for part in stale_parts(folder)]

    def assist(self, *arguments: str | Path) -> Answer:
        return assist_process(self.catalog, *arguments)

    def started(self, *arguments: str | Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command_of(*arguments),
            cwd=ROOT,
            env=environment_of(self.catalog),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def write(self) -> subprocess.Popen[bytes]:
        return self.started("sidecars", "write", self.folder, *ADVICE)

    def standing(self) -> list[str]:
        """The runs that have something to take back, the last one first; a killed one's files are still to be looked at."""
        with open_journal_to_read(journal_path(self.catalog)) as journal:
            tallies = journal.tallies()
            return [run.name for run in reversed(journal.runs()) if run.undoes is None and tallies[run.id].standing]

    def take_all_back(self) -> None:
        """Run by run, the last one first, by its name; afterwards nothing of ours is left."""
        for run in self.standing():
            answer = self.assist("undo", "--run", run)
            assert answer.exit_code == 0, answer
        assert self.parts() == []
        assert self.files() == self.old


@pytest.fixture
def shoot(tmp_path):
    found = KillableShoot(tmp_path / "shoot", tmp_path / "notes" / "catalog.db", {})
    photos = [found.folder / name / f"IMG_{n:04d}.CR3" for name in ("card 1", "card 2") for n in range(PHOTOS // 2)]
    for number, photo in enumerate(photos):
        photo.parent.mkdir(parents=True, exist_ok=True)
        photo.touch()
        if number % 3:
            photo.with_name(f"{photo.name}.xmp").write_bytes(made_sidecar(number).data)
    store_shots(found.catalog, [StoredShot(photo, 4) for photo in photos])
    found.old.update(found.files())
    return found


def whole_run(shoot: KillableShoot) -> tuple[dict[Path, bytes], float]:
    """What a run that nobody kills writes, and how long it writes."""
    process = shoot.write()
    _wait_for_work(shoot, process, shoot.old)
    started = time.monotonic()
    process.communicate()
    took_s = time.monotonic() - started
    assert process.returncode == 0
    new = shoot.files()
    assert len(new) == 2 * PHOTOS
    return new, took_s


def killed_after(
    shoot: KillableShoot, process: subprocess.Popen[bytes], seconds: float, before: dict[Path, bytes]
) -> None:
    """Kills it so long after it touched its first file, or, below 0, so long before it can."""
    if seconds >= 0:
        _wait_for_work(shoot, process, before)
    time.sleep(abs(seconds))
    process.kill()
    process.communicate()


def _wait_for_work(shoot: KillableShoot, process: subprocess.Popen[bytes], before: dict[Path, bytes]) -> None:
    """Until there is more or less in the first folder, or the process has ended."""
    first = shoot.folder / "card 1"
    count = sum(path.parent == first for path in before)
    while process.poll() is None and len(list(first.glob("*.xmp"))) == count:
        time.sleep(0.001)


def check_whole(shoot: KillableShoot, new: dict[Path, bytes]) -> int:
    """Every file is wholly old or wholly new; how many are new."""
    now = shoot.files()
    for path in new:
        assert now.get(path) in (shoot.old.get(path), new[path]), path
    return sum(now.get(path) == data for path, data in new.items())


def writers_killed(shoot: KillableShoot, kills: int) -> list[int]:
    """How many files were new after each kill of a writer; each is taken back by the name of its run."""
    draw = random.Random(5)
    new, took_s = whole_run(shoot)
    shoot.take_all_back()
    written = []
    for kill in range(kills):
        seconds = draw.uniform(0, took_s) if kill % 5 != 4 else -draw.uniform(0, 1)
        killed_after(shoot, shoot.write(), seconds, shoot.old)
        written.append(check_whole(shoot, new))
        if kill % 2:  # another command comes between: it finds the rest, and finishes it
            assert shoot.assist("sidecars", "write", shoot.folder, *ADVICE).exit_code == 0
            assert shoot.parts() == []
            assert shoot.files() == new
        shoot.take_all_back()
    return written


def undos_killed(shoot: KillableShoot, kills: int) -> None:
    draw = random.Random(6)
    new, took_s = whole_run(shoot)
    for _ in range(kills):
        (run,) = shoot.standing()
        killed_after(shoot, shoot.started("undo", "--run", run), draw.uniform(0, took_s), new)
        check_whole(shoot, new)
        answer = shoot.assist("undo", "--run", run)
        assert answer.exit_code == 0, answer
        assert (shoot.files(), shoot.parts()) == (shoot.old, [])
        assert shoot.assist("sidecars", "write", shoot.folder, *ADVICE).exit_code == 0


def test_killed_writer_leaves_whole_files_and_undo_brings_all_back(shoot):
    writers_killed(shoot, 2)


def test_killed_undo_is_finished_by_the_next(shoot):
    undos_killed(shoot, 1)


@pytest.mark.heavy
def test_twenty_killed_writers_leave_whole_files_and_undo_brings_all_back(shoot):
    written = writers_killed(shoot, 20)
    assert len({count for count in written if 0 < count < 2 * PHOTOS}) > 2, "the kills met writers at work"


@pytest.mark.heavy
def test_ten_killed_undos_are_finished_by_the_next(shoot):
    undos_killed(shoot, 10)


def test_two_writers_at_once_leave_whole_files_and_both_runs_can_be_taken_back(shoot):
    processes = [shoot.write(), shoot.write()]
    answers = [process.communicate() for process in processes]
    for process, (_, err) in zip(processes, answers, strict=True):
        assert process.returncode in (0, 3), err  # 3: what the other wrote first is named and left
        assert b"Traceback" not in err
        assert b"unexpected" not in err
    now = shoot.files()
    assert len(now) == 2 * PHOTOS
    for data in now.values():
        words = PlainSidecar(data).stated("lr:hierarchicalSubject")
        assert [word for word in words if word.startswith("photo-assist|")] == ["photo-assist|assist-keeper"]
    shoot.take_all_back()


def test_writer_and_undo_at_once_leave_whole_files(shoot):
    new, _ = whole_run(shoot)
    (run,) = shoot.standing()
    processes = [shoot.started("undo", "--run", run), shoot.write()]
    for process in processes:
        _, err = process.communicate()
        assert process.returncode in (0, 1, 3), err
        assert b"Traceback" not in err
    check_whole(shoot, new)
    shoot.take_all_back()
