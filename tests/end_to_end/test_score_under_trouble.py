"""`assist score` with real judges in real processes: one is killed, the run is interrupted, or the program itself is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import psutil
import pytest

from assist_cli.workflows.judging_desk import MANY_PHOTOS
from index.catalog.database import open_catalog
from tests.end_to_end.program import ROOT, command_of, environment_of

PHOTOS = MANY_PHOTOS
"""With the large one enough for processes of their own."""
LARGE_PX = (12_000, 8_000)
"""Takes seconds to judge, so that what happens meanwhile happens meanwhile."""
LONG_S = 120.0
LOOK_AGAIN_S = 0.01


@pytest.fixture(scope="module")
def shoot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small photos, each another picture, and last a very large one."""
    folder = tmp_path_factory.mktemp("shoot")
    for seed in range(PHOTOS):
        grain = np.random.default_rng(seed).integers(0, 255, (30, 40, 3), np.uint8)
        cv2.imwrite(str(folder / f"IMG_{seed:04d}.jpg"), cv2.resize(grain, (1200, 900), interpolation=cv2.INTER_CUBIC))
    cv2.imwrite(str(folder / "large.jpg"), cv2.resize(grain, LARGE_PX, interpolation=cv2.INTER_LINEAR))
    return folder


@dataclass
class Run:
    """`assist score --format jsonl` in a process of its own, the leader of a group as a shell would start it."""

    process: subprocess.Popen[bytes]
    out: Path
    err: Path

    def end(self) -> str:
        """Waits for it; returns what it said of the run."""
        self.process.wait(LONG_S)
        return self.err.read_text()

    def photos(self) -> list[dict[str, Any]]:
        """What it told of whole lines."""
        return [json.loads(line) for line in self.out.read_text().splitlines() if line.endswith("}")]

    def judges(self) -> list[psutil.Process]:
        """The processes below the server that they are copied from."""
        below = psutil.Process(self.process.pid).children(recursive=True)
        return [one for one in below if one.ppid() != self.process.pid]

    def who_reads_the_large_one(self) -> psutil.Process:
        """The judge whose memory holds a picture of that size; the small ones are then told."""
        while True:
            for judge in self.judges():
                if judge.memory_info().rss > 3 * LARGE_PX[0] * LARGE_PX[1]:
                    return judge
            assert self.process.poll() is None, "the large picture was never seen in memory"
            time.sleep(LOOK_AGAIN_S)


@pytest.fixture
def run(catalog: Path, shoot: Path, tmp_path: Path) -> Iterator[Run]:
    command = command_of("--device", "cpu", "score", shoot, "--format", "jsonl", "--workers", "2")
    out, err, environment = tmp_path / "out", tmp_path / "err", environment_of(catalog)
    with out.open("wb") as said, err.open("wb") as talk:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=talk, start_new_session=True)
    yield Run(process, out, err)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_a_judge_that_is_killed_costs_the_photo_that_it_read_and_no_other(run: Run) -> None:
    run.who_reads_the_large_one().kill()
    said = run.end()
    assert run.process.returncode == 3
    assert "Traceback" not in said
    assert "SIGKILL, as where memory runs out" in said
    failed = [photo for photo in run.photos() if photo["status"] == "failed"]
    assert [(Path(photo["path"]).name, photo["error"]["kind"]) for photo in failed] == [("large.jpg", "crashed")]
    assert len(run.photos()) == PHOTOS + 1


def interrupted(process: subprocess.Popen[bytes]) -> None:
    """As a terminal does it: everybody in the group hears of it."""
    os.killpg(process.pid, signal.SIGINT)


def politely_killed(process: subprocess.Popen[bytes]) -> None:
    process.terminate()


def all_politely_killed(process: subprocess.Popen[bytes]) -> None:
    """As a service manager may do it."""
    os.killpg(process.pid, signal.SIGTERM)


@pytest.mark.parametrize("stop", [interrupted, politely_killed, all_politely_killed])
def test_a_run_that_is_stopped_keeps_what_it_told_and_leaves_no_judge_behind(
    run: Run, catalog: Path, stop: Callable[[subprocess.Popen[bytes]], None]
) -> None:
    run.who_reads_the_large_one()
    judges = run.judges()
    stop(run.process)
    said = run.end()
    assert run.process.returncode == 130
    assert said.strip().endswith("assist: interrupted; what was finished is kept, run again to go on")
    assert "Traceback" not in said
    _, alive = psutil.wait_procs(judges, timeout=LONG_S)
    assert (len(judges), alive) == (2, [])
    with open_catalog(catalog) as kept:
        assert 0 < len(run.photos()) <= kept.count() <= PHOTOS


def test_judges_do_not_outlive_a_program_that_is_killed(run: Run) -> None:
    run.who_reads_the_large_one()
    judges = run.judges()
    run.process.kill()
    _, alive = psutil.wait_procs(judges, timeout=LONG_S)
    assert (len(judges), alive) == (2, [])
