"""The journal as lines and as JSON."""

import dataclasses
import json

import pytest

from assist_cli.render.bars import UNICODE
from assist_cli.render.journal_text import run_json, run_lines, write_json, write_line
from assist_cli.workflows.journal_runs import files_of_run, journal_runs
from index.journal.entries import RunTally, WriteState
from index.photo.marks import Marks
from index.photo.sidecar_place import Style

GOOD = Marks(4, labels=("Green",))


@pytest.fixture
def runs(desk):
    """A run of two files, and its undo."""
    desk.photo("A.CR3")
    desk.write(GOOD)
    desk.undo()
    return journal_runs(desk.catalog)


def test_a_run_is_one_line_the_last_one_last(runs):
    first, undo = (line.plain for line in run_lines(runs))
    name = runs[0].run.name
    assert first.startswith(f"{name}  ")
    assert first.endswith("  2 files, all taken back  assist sidecars write")
    assert undo.endswith(f"  2 files  takes back {name}  assist undo")


def test_no_run_is_told():
    assert [line.plain for line in run_lines([])] == ["nothing was written yet with this catalogue"]


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (RunTally(1), "1 file"),
        (RunTally(2000, taken_back=3), "2,000 files, 3 taken back"),
        (RunTally(5, failed=1, unsure=2), "5 files, 1 not written, 2 perhaps written"),
        (RunTally(), "0 files"),
        (RunTally(9, moved=9, taken_back=9), "9 files moved, all taken back"),
        (RunTally(9, linked=9, failed=1), "9 files linked, 1 not linked"),
        (RunTally(0, failed=2), "0 files, 2 not written"),
    ],
)
def test_what_became_of_the_files_is_told(runs, tally, words):
    (line,) = run_lines([dataclasses.replace(runs[0], tally=tally)])
    assert f"  {words}  " in line.plain


def test_a_command_cannot_move_the_cursor(runs):
    odd = dataclasses.replace(runs[0], run=dataclasses.replace(runs[0].run, command="assist \x1b[2J"))
    assert [line.plain.endswith("assist ?[2J") for line in run_lines([odd])] == [True]


def test_a_file_is_told_with_what_changed_in_it(desk):
    desk.photo("A.CR3")
    desk.adobe("A.xmp", keywords=("harbour",))
    desk.write(Marks(2), Style.ADOBE)
    run = desk.write(GOOD, Style.ADOBE).run
    (write,) = files_of_run(desk.catalog, run.name)
    assert write_line(write, UNICODE).plain == f"{desk.folder / 'A.xmp'}: ★★☆☆☆ -> ★★★★☆ Green  written"
    desk.undo()
    (write,) = files_of_run(desk.catalog, run.name)
    assert write_line(write, UNICODE).plain.endswith("  taken back")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (WriteState.FAILED, "not written (the disk is full)"),
        (WriteState.STOPPED, "not reached (the disk is full)"),
        (WriteState.UNSURE, "perhaps written (the disk is full)"),
        (WriteState.INTENDED, "interrupted (the disk is full)"),
    ],
)
def test_what_went_wrong_is_told(desk, state, words):
    desk.photo("A.CR3")
    (write, _) = files_of_run(desk.catalog, desk.write(GOOD).run.name)
    told = write_line(dataclasses.replace(write, state=state, reason="the disk is full"), UNICODE).plain
    assert told.endswith(f"  {words}")


def test_json_of_runs_and_files(desk):
    desk.photo("A.CR3")
    run = desk.write(GOOD, Style.ADOBE).run
    (listed,) = journal_runs(desk.catalog)
    assert run_json(listed) == {
        "schema": "assist.run/1",
        "run": run.name,
        "started": run.started.isoformat(),
        "command": "assist sidecars write",
        "undoes": None,
        "written": 1,
        "moved": 0,
        "linked": 0,
        "unlinked": 0,
        "taken_back": 0,
        "failed": 0,
        "unsure": 0,
    }
    (write,) = files_of_run(desk.catalog, run.name)
    told = json.loads(json.dumps(write_json(write)))
    assert told.pop("after_sha256")
    assert told == {
        "schema": "assist.write/1",
        "path": str(desk.folder / "A.xmp"),
        "photo": str(desk.folder / "A.CR3"),
        "state": "done",
        "reason": None,
        "changed": ["rating", "labels"],
        "before": {},
        "after": {"rating": 4, "labels": ["Green"]},
        "before_sha256": None,
        "taken_back": False,
    }
