"""The entry point: one line for an error that ends a run, usage on stderr, a reader that goes away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from assist_cli.interrupts import STOP_SIGNALS, Interrupted
from tests.assist_cli.fake_judge import BUGGY_NAME

ROOT = Path(__file__).resolve().parents[2]
ASSIST = (sys.executable, "-m", "tests.assist_cli.fake_judge", "0")


def test_help_names_every_verb_and_the_exit_codes(assist):
    answer = assist("--help")
    assert answer.exit_code == 0
    for word in ("score", "show", "export", "weights", "train", "doctor", "--catalog", "--device", "130"):
        assert word in answer.out


@pytest.mark.parametrize("verb", ["score", "show", "export", "train", "doctor"])
def test_help_of_each_verb_shows_examples(assist, verb):
    answer = assist(verb, "--help")
    assert answer.exit_code == 0
    assert f"  assist {verb}" in answer.out


def test_version_is_one_line(assist):
    answer = assist("--version")
    assert answer.exit_code == 0
    assert answer.out.startswith("assist")
    assert answer.out.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [[], ["score"], ["nonsense"], ["score", ".", "--top", "0"], ["score", ".", "--nonsense"]]
)
def test_wrong_usage_is_said_on_stderr_with_exit_code_2(assist, arguments):
    answer = assist(*arguments)
    assert answer.exit_code == 2
    assert answer.out == ""
    assert "Usage: assist" in answer.err


def test_an_error_that_ends_the_run_is_one_line_without_traceback(assist):
    answer = assist("score", "no/such/folder")
    assert answer.exit_code == 2
    assert answer.out == ""
    assert answer.err == "assist: there is no file or folder no/such/folder; check the spelling of the path\n"


def test_a_name_in_an_error_does_not_move_the_cursor(assist):
    answer = assist("score", "no/such\x1b[2J")
    assert answer.err == "assist: there is no file or folder no/such?[2J; check the spelling of the path\n"


def test_verbose_shows_where_an_error_came_from(assist):
    assert "Traceback" in assist("score", "no/such/folder", "--verbose").err


def test_a_bug_is_told_as_one_line_with_exit_code_1(assist, shoot, monkeypatch):
    def broken(*_arguments):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("assist_cli.workflows.score_photos.find_photos", broken)
    answer = assist("score", shoot)
    assert answer.exit_code == 1
    assert answer.err.count("\n") == 1
    assert "unexpected ZeroDivisionError" in answer.err
    assert "--verbose" in answer.err


@pytest.mark.parametrize(("option", "shown"), [("--quiet", False), ("--verbose", True)])
def test_a_bug_in_one_photo_shows_its_traceback_only_when_verbose(tmp_path, draw_photo, option, shown):
    photo = draw_photo(tmp_path / BUGGY_NAME)
    environment = {**os.environ, "ASSIST_CATALOG": str(tmp_path / "catalog.db")}
    command = [*ASSIST, "score", str(photo), option]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "ZeroDivisionError: no pixels" in done.stderr
    assert ("Traceback" in done.stderr) is shown


def test_a_reader_that_goes_away_is_no_error_message(shoot, tmp_path):
    environment = {**os.environ, "ASSIST_CATALOG": str(tmp_path / "catalog.db")}
    command = [*ASSIST, "score", str(shoot), "--format", "jsonl"]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody_reads:
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=nobody_reads, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr == b""


@pytest.mark.parametrize(("was_asked", "told"), [(True, None), (False, "initialization failed")])
def test_an_import_that_a_signal_broke_is_an_interruption(assist, monkeypatch, shoot, was_asked, told):
    def broken(*_arguments: object, **_options: object) -> None:
        raise ImportError("initialization failed")

    monkeypatch.setattr("scoring.judge.open_judge", broken)
    monkeypatch.setattr(STOP_SIGNALS, "asked", was_asked)
    if told is None:
        with pytest.raises(Interrupted):
            assist("score", shoot)
    else:
        assert told in assist("score", shoot).err
