"""Ctrl-C, a polite kill and a hard one: what was finished is kept, and the catalogue stays sound."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from index.catalog.database import open_catalog

ROOT = Path(__file__).resolve().parents[3]
SECONDS_A_PHOTO = "0.2"


@pytest.fixture
def long_run(tmp_path, draw_photo):
    """`assist score` in a process of its own, over more photos than it gets to finish."""
    folder = tmp_path / "shoot"
    for seed in range(60):
        draw_photo(folder / f"IMG_{seed:04d}.JPG", seed)
    command = [sys.executable, "-m", "tests.assist_cli.fake_judge", SECONDS_A_PHOTO]
    command += ["score", str(folder), "--format", "jsonl", "--workers", "2"]
    environment = {**os.environ, "ASSIST_CATALOG": str(tmp_path / "catalog.db")}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    yield process
    process.kill()
    process.communicate()


def read_lines(process, count):
    return [process.stdout.readline() for _ in range(count)]


def stored_count(tmp_path):
    with open_catalog(tmp_path / "catalog.db") as catalog:
        return catalog.count()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_run_keeps_every_photo_that_it_told(long_run, tmp_path, number):
    told = read_lines(long_run, 5)
    long_run.send_signal(number)
    rest, err = long_run.communicate(timeout=30)
    told += rest.splitlines()
    assert long_run.returncode == 130
    assert "interrupted" in err
    assert "Traceback" not in err
    assert len(told) <= stored_count(tmp_path) < 60


def test_a_killed_run_keeps_every_photo_that_it_told(long_run, tmp_path):
    told = read_lines(long_run, 5)
    long_run.kill()
    rest, _ = long_run.communicate(timeout=30)
    told += [line for line in rest.splitlines() if line.endswith("}")]
    assert 5 <= len(told) <= stored_count(tmp_path) < 60
    with sqlite3.connect(tmp_path / "catalog.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
