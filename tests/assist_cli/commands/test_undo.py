"""`assist undo`: take back what a run wrote."""

import pytest

from index.journal.journal_path import journal_path
from index.photo.marks import Marks

GOOD = Marks(4, labels=("Green",))


def test_the_last_run_is_taken_back_and_how_to_write_it_again_is_told(desk, assist):
    desk.photo("A.CR3")
    run = desk.write(GOOD).run.name
    answer = assist("undo", "--last")
    assert (answer.exit_code, answer.out) == (0, "")
    again = f"{run[:-1]}2"
    assert answer.err == f"run {run}: 2 of 2 files taken back; to write them again: assist undo --run {again}\n"
    assert {path.name for path in desk.folder.iterdir()} == {"A.CR3"}


def test_a_run_is_taken_back_by_its_name(desk, assist):
    desk.photo("A.CR3")
    first = desk.write(Marks(4)).run.name
    desk.photo("B.CR3")
    desk.write(Marks(4))
    assert assist("undo", "--run", first).exit_code == 0
    assert {path.name for path in desk.folder.glob("*.xmp")} == {"B.CR3.xmp", "B.xmp"}


def test_a_dry_run_tells_of_each_file_and_changes_nothing_at_all(desk, assist):
    desk.photo("A.CR3")
    desk.write(GOOD)
    before = desk.files()
    answer = assist("undo", "--last", "--dry-run")
    assert desk.files() == before
    assert answer.out == "".join(
        f"{desk.folder / name}: goes away: it was made by us\n" for name in ("A.CR3.xmp", "A.xmp")
    )
    assert "2 of 2 files would be taken back" in answer.err


def test_a_dry_run_only_reads_the_journal(desk, assist, monkeypatch):
    desk.photo("A.CR3")
    desk.write(GOOD)
    monkeypatch.setattr("index.journal.database.connect", None)
    assert assist("undo", "--last", "--dry-run").exit_code == 0


def test_what_a_person_changed_since_is_left_alone_and_named_with_the_reason(desk, assist):
    desk.photo("A.CR3")
    desk.write(GOOD)
    desk.adobe("A.xmp", rating=5)
    answer = assist("undo", "--last")
    assert answer.exit_code == 1
    assert answer.out == f"{desk.folder / 'A.xmp'}: left alone, the stars were changed to 5 since\n"
    assert "1 of 2 files taken back, 1 left alone" in answer.err


def test_quiet_leaves_only_what_was_left_alone(desk, assist):
    desk.photo("A.CR3")
    desk.write(GOOD)
    desk.adobe("A.xmp", rating=5)
    answer = assist("undo", "--last", "--quiet")
    assert ("left alone" in answer.out, answer.err) == (True, "")


@pytest.mark.parametrize("options", [(), ("--last", "--run", "2026-11-22-1")])
def test_one_run_must_be_named(assist, options):
    answer = assist("undo", *options)
    assert (answer.exit_code, answer.out) == (2, "")
    assert "name one run: --run ID, or --last" in answer.err


def test_nothing_written_yet_is_told_and_no_journal_made(desk, assist):
    for options in (("--last",), ("--run", "2026-11-22-1"), ("--last", "--dry-run")):
        answer = assist("undo", *options)
        assert (answer.exit_code, answer.out) == (1, "")
        assert "nothing was written yet with this catalogue" in answer.err
    assert not journal_path(desk.catalog).exists()


def test_a_run_that_is_taken_back_already_is_told(desk, assist):
    desk.photo("A.CR3")
    run = desk.write(GOOD).run.name
    desk.undo()
    answer = assist("undo", "--run", run)
    assert (answer.exit_code, answer.err) == (0, f"of run {run} nothing is left to take back\n")
    answer = assist("undo", "--last")
    assert (answer.exit_code, "nothing to take back" in answer.err) == (1, True)


def test_an_unknown_run_is_wrong_usage_and_the_nearest_is_named(desk, assist):
    desk.photo("A.CR3")
    run = desk.write(GOOD).run.name
    answer = assist("undo", "--run", run[:-1] + "7")
    assert answer.exit_code == 2
    assert f"did you mean {run!r}?" in answer.err


def test_an_undo_is_undone_by_its_name(desk, assist):
    desk.photo("A.CR3")
    desk.write(GOOD)
    undone = desk.undo().run.name
    assert assist("undo", "--run", undone).exit_code == 0
    assert desk.marks("A.xmp") == GOOD


def test_names_that_would_move_the_cursor_are_shown_harmless(desk, assist):
    desk.photo("\x1b[2J.CR3")
    desk.write(GOOD)
    answer = assist("undo", "--last", "--dry-run")
    assert "\x1b" not in answer.out + answer.err
