"""Whoever dies while photos are moved leaves each of them whole; the next command settles it, and undo brings all back."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


def deaths(tmp_path, disk, action):
    command = [sys.executable, "-m", "tests.index.journal.killed_mover", str(tmp_path / "shoot"), disk, action]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("disk", "action", "at_least"),
    [
        ("links", "move", 14),
        ("other", "move", 30),
        pytest.param("none", "move", 10, marks=pytest.mark.heavy),
        pytest.param("links", "link", 10, marks=pytest.mark.heavy),
        pytest.param("links", "undo", 14, marks=pytest.mark.heavy),
        pytest.param("other", "undo", 30, marks=pytest.mark.heavy),
    ],
)
def test_mover_that_dies_before_any_call_leaves_whole_photos(tmp_path, disk, action, at_least):
    told = deaths(tmp_path, disk, action)
    assert len(told) >= at_least, "it was killed at every step"
    for death in told:
        # A disk without hard links sees the files of a photo go one by one: the next command makes it whole.
        assert disk == "none" or all(death["at_once"]), death
        assert all(death["settled"]), death
        assert death["doubled"] == [], death
        assert death["is_before"], death
        assert death["left"] == [], death
