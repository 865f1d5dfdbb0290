"""`assist watch` as a person runs it, in a process of its own."""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.catalog.database import open_catalog
from index.journal.database import open_journal
from index.journal.journal_path import journal_path

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def watch(tmp_path, inbox):
    """Starts it with a fake judge, and waits until it watches; more arguments may be given."""
    environment = {**os.environ, "ASSIST_CATALOG": str(tmp_path / "catalog.db")}
    processes = []

    def call(*arguments: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "tests.assist_cli.fake_judge", "0", "watch", str(inbox), *arguments]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True)
        processes.append(process)
        assert "watching" in process.stderr.readline()
        return process

    yield call
    for process in processes:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_watch_that_is_stopped_keeps_and_counts_what_it_scored(watch, inbox, tmp_path, draw_photo, number):
    process = watch("--format", "jsonl")
    draw_photo(inbox / "IMG_1.JPG", 1)
    told = json.loads(process.stdout.readline())
    assert (told["schema"], told["status"], Path(told["path"]).name) == ("assist.photo/1", "scored", "IMG_1.JPG")
    with open_catalog(tmp_path / "catalog.db") as catalog:  # stored before it is told
        assert catalog.count() == 1
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert "1 photo scored" in err
    assert "interrupted" in err
    assert "Traceback" not in err


def test_line_for_people_tells_score_decision_reason_and_how_long_it_took(watch, inbox, draw_photo):
    process = watch()
    draw_photo(inbox / "IMG_1.JPG", 1)
    line = process.stdout.readline()
    assert re.fullmatch(
        r"\d\d:\d\d:\d\d  IMG_1.JPG  +\d+  keep       the only frame of its moment  \(\d+.\d\d s\)\n", line
    )


def test_own_command_runs_for_what_is_kept_whatever_it_is_called(watch, inbox, tmp_path, draw_photo):
    name = "$(touch pwned) 'a'; -rf.JPG"
    process = watch("--on-keeper", f"cp -- {{path}} '{tmp_path}'", "--on-reject", "false")
    draw_photo(inbox / name, 1)
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (tmp_path / name).read_bytes() == (inbox / name).read_bytes()
    assert not list(tmp_path.rglob("pwned"))
    assert "ended with exit code" not in err


def test_own_command_that_fails_is_told_before_the_counts(watch, inbox, draw_photo):
    process = watch("--on-keeper", f"'{sys.executable}' -c 'raise SystemExit(4)'")
    draw_photo(inbox / "IMG_1.JPG", 1)
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert err.count("the command of --on-keeper ended with exit code 4, for IMG_1.JPG") == 1
    assert err.index("exit code 4") < err.index("1 photo scored")


def test_own_command_that_could_not_run_is_told_before_anything_is_watched(assist, inbox):
    answer = assist("watch", inbox, "--on-keeper", "sh -c 'cp {path} /mnt'")
    assert answer.exit_code == 2
    assert "code" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_sidecars_are_written_in_one_run_that_can_be_taken_back(watch, inbox, tmp_path, draw_photo):
    process = watch("--write-sidecars", "darktable")
    for number in range(2):
        draw_photo(inbox / f"IMG_{number}.JPG", number)
        while f"IMG_{number}.JPG  " not in (line := process.stdout.readline()) or "keep" not in line:
            assert line
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert "2 sidecars written" in err
    assert all((inbox / f"IMG_{number}.JPG.xmp").exists() for number in range(2))
    with open_journal(journal_path(tmp_path / "catalog.db")) as journal:
        (run,) = journal.runs()
        assert len(journal.writes_of(run)) == 2
        assert "watch" in run.command
    assert f"assist undo --run {run.name}" in err


def test_a_folder_is_watched_by_one_process(watch, inbox, assist, tmp_path):
    process = watch()
    answer = assist("--catalog", tmp_path / "catalog.db", "watch", inbox)
    assert answer.exit_code == 1
    assert f"by process {process.pid}" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_killed_watch_leaves_a_sound_catalogue_and_the_next_goes_on(watch, inbox, tmp_path, draw_photo):
    process = watch("--format", "jsonl")
    draw_photo(inbox / "IMG_1.JPG", 1)
    process.stdout.readline()
    process.kill()
    process.wait()
    draw_photo(inbox / "IMG_2.JPG", 2)
    again = watch("--format", "jsonl")
    told = {}
    while len(told) < 2:
        line = json.loads(again.stdout.readline())
        told[Path(line["path"]).name] = line["status"]
    assert told == {"IMG_1.JPG": "cached", "IMG_2.JPG": "scored"}
    with sqlite3.connect(tmp_path / "catalog.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()


def test_what_cannot_be_watched_is_one_line_with_a_hint(assist, inbox, draw_photo):
    assert assist("watch", inbox / "typo").exit_code == 2
    answer = assist("watch", draw_photo(inbox / "IMG_1.JPG"))
    assert answer.exit_code == 2
    assert f"watch its folder: assist watch {inbox}" in answer.err
    assert len(answer.err.splitlines()) == 1


def test_help_has_examples(assist):
    answer = assist("watch", "--help")
    assert answer.exit_code == 0
    assert "assist watch . --write-sidecars darktable" in answer.out


@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_watch_whose_lines_nobody_reads_ends_when_it_is_stopped(watch, inbox, draw_photo, form):
    process = watch("--format", form)
    fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, 4096)  # less than two photos
    for number in range(6 if form == "jsonl" else 60):
        draw_photo(inbox / f"IMG_{number}.JPG", number)
    while "pipe_write" not in Path(f"/proc/{process.pid}/wchan").read_text():
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 130
