"""`assist journal`: what was written, run by run; nothing is changed."""

import json

from index.journal.journal_path import journal_path
from index.photo.marks import Marks
from index.photo.sidecar_place import Style

GOOD = Marks(4, labels=("Green",))


def test_runs_are_listed_with_what_still_stands(desk, assist):
    desk.photo("A.CR3")
    run = desk.write(GOOD).run.name
    desk.undo()
    before = desk.files()
    answer = assist("journal")
    assert desk.files() == before
    first, second = answer.out.splitlines()
    assert first.startswith(run)
    assert "2 files, all taken back" in first
    assert f"takes back {run}" in second
    assert (answer.exit_code, answer.err) == (0, "")


def test_every_file_of_a_run_is_told(desk, assist):
    desk.photo("A.CR3")
    run = desk.write(GOOD, Style.ADOBE).run.name
    assert assist("journal", "--run", run).out == f"{desk.folder / 'A.xmp'}: nothing -> ★★★★☆ Green  written\n"


def test_json_is_one_object_a_run_or_a_file(desk, assist):
    desk.photo("A.CR3")
    run = desk.write(GOOD).run.name
    assert [one["run"] for one in assist("journal", "--format", "jsonl").photos] == [run]
    files = assist("journal", "--run", run, "--format", "jsonl").photos
    assert [one["path"] for one in files] == [str(desk.folder / name) for name in ("A.CR3.xmp", "A.xmp")]


def test_nothing_written_yet_is_told_and_no_journal_made(desk, assist):
    answer = assist("journal")
    assert (answer.exit_code, answer.out) == (0, "nothing was written yet with this catalogue\n")
    assert assist("journal", "--format", "jsonl").out == ""
    assert not journal_path(desk.catalog).exists()


def test_an_unknown_run_is_wrong_usage(desk, assist):
    desk.photo("A.CR3")
    desk.write(GOOD)
    answer = assist("journal", "--run", "yesterday")
    assert (answer.exit_code, answer.out) == (2, "")
    assert "no run is called 'yesterday'" in answer.err


def test_a_damaged_journal_is_told_in_one_line(desk, assist):
    journal_path(desk.catalog).parent.mkdir(parents=True)
    journal_path(desk.catalog).write_text("somebody's notes, and long enough to be looked at")
    answer = assist("journal")
    assert (answer.exit_code, answer.out) == (1, "")
    assert len(answer.err.splitlines()) == 1


def test_names_that_are_no_text_are_told_and_stay_json(desk, assist):
    desk.photo("caf\udce9\x1b[2J.CR3")
    run = desk.write(GOOD, Style.ADOBE).run.name
    assert assist("journal", "--run", run).out.startswith(f"{desk.folder}/caf??[2J.xmp: ")
    (line,) = assist("journal", "--run", run, "--format", "jsonl").out.splitlines()
    assert json.loads(line)["path"].endswith("caf\udce9\x1b[2J.xmp")
