"""A command line, split once, before any photo's name is put in."""

import shutil
from pathlib import Path

import pytest

from assist_cli.failures import BadRequestError
from assist_cli.workflows.watch.hook_command import hook_command
from assist_cli.workflows.watch.watch_request import Revision
from scoring.ranking.picks.choice import Decision

NASTY = "/shoot/$(rm -rf x) `id` ; {score} 'a' \"b\"\n-rf.jpg"


def decided(path=NASTY, reasons=("sharpest of 3", "eyes open")):
    return Revision(Path(path), None, Decision.KEEPER, 71.26, reasons)


def arguments(line, revision=None):
    return hook_command(line, "--on-keeper").for_photo(revision or decided()).arguments


def test_path_is_appended_where_no_place_is_named():
    assert arguments("cp -v") == (shutil.which("cp"), "-v", NASTY)


def test_each_placeholder_stays_within_its_argument():
    assert arguments("echo {path} --of={decision}:{score} '{reason}!'") == (
        shutil.which("echo"),
        NASTY,
        "--of=keeper:71.3",
        "sharpest of 3; eyes open!",
    )


def test_name_that_holds_a_placeholder_is_put_in_as_it_is():
    assert arguments("echo {path}")[1] == NASTY


def test_line_that_is_told_is_read_as_the_same_command():
    command = hook_command("cp -v 'a b' {path}", "--on-keeper")
    assert hook_command(command.line, "--on-keeper") == command


def test_other_braces_are_the_commands_own():
    assert arguments("awk '{print $1}' {path}") == (shutil.which("awk"), "{print $1}", NASTY)


def test_path_becomes_absolute_so_that_it_is_never_an_option(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert arguments("cp", decided("-rf.jpg"))[1] == str(tmp_path / "-rf.jpg")


def test_environment_tells_the_same():
    assert hook_command("true", "--on-keeper").for_photo(decided()).environment == {
        "ASSIST_PATH": NASTY,
        "ASSIST_DECISION": "keeper",
        "ASSIST_SCORE": "71.3",
        "ASSIST_REASON": "sharpest of 3; eyes open",
    }


@pytest.mark.parametrize(
    "line",
    [
        "sh -c 'cp {path} /mnt'",
        "bash -lc 'cp {path} /mnt'",
        "env bash -c 'echo {reason}'",
        "python3 -c 'print(\"{path}\")'",
        "perl -e '{path}'",
    ],
)
def test_name_is_never_put_into_code(line):
    with pytest.raises(BadRequestError, match="code") as refused:
        hook_command(line, "--on-keeper")
    assert "$ASSIST_PATH" in refused.value.hint


@pytest.mark.parametrize(
    "line", ["sh -c 'cp \"$1\" /mnt' sh {path}", "sh -c 'cp \"$ASSIST_PATH\" /mnt'", "tar -c {path}"]
)
def test_name_as_an_argument_of_its_own_is_fine(line):
    assert NASTY in arguments(line)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "names no program"),
        ("'' x", "names no program"),
        ("cp 'a", "cannot be read"),
        ("{path}", "run the photo itself"),
        ("no-such-program-here {path}", "there is no program no-such-program-here for --on-keeper"),
    ],
)
def test_line_that_cannot_be_run_is_refused_before_the_watch_begins(line, words):
    with pytest.raises(BadRequestError, match=words) as refused:
        hook_command(line, "--on-keeper")
    assert refused.value.hint


def test_batch_file_is_refused_where_cmd_would_read_its_arguments(monkeypatch):
    monkeypatch.setattr("assist_cli.workflows.watch.hook_command.os.name", "nt")
    monkeypatch.setattr("assist_cli.workflows.watch.hook_command.shutil.which", lambda _name: r"C:\x\RUN.BAT")
    with pytest.raises(BadRequestError, match="batch file"):
        hook_command(r"C:\x\run.bat {path}", "--on-reject")
