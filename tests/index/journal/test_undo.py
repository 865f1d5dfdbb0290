"""How each file would be taken back is found out from what it holds now, and nothing is changed."""

from __future__ import annotations

import os

import pytest

from index.journal.database import open_journal_to_read
from index.journal.entries import PlannedWrite
from index.journal.undo import GONE, PHOTO_GONE, UndoKind, plan_undo
from index.journal.write_files import write_all
from index.photo.marks import Mark
from index.photo.xmp_edit.splices import Splice, applied
from tests.index.journal.stars import planned, put_back, sidecar


@pytest.fixture
def plan(journal):
    """Kind and reason of each step that an undo of the run would take."""
    return lambda run: [(step.kind, step.reason) for step in plan_undo(journal, run, put_back)]


def test_plan_changes_nothing_and_needs_no_journal_to_write(journal, journal_file, shoot, give_stars):
    path = shoot / "a.NEF.xmp"
    run = give_stars(4, path)
    before = path.read_bytes(), path.stat().st_mtime_ns
    journal.close()
    with open_journal_to_read(journal_file) as reading:
        (step,) = plan_undo(reading, run, put_back)
    assert (step.kind, step.write.path) == (UndoKind.RESTORE, path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_file_that_holds_what_we_wrote_is_restored(shoot, give_stars, plan):
    assert plan(give_stars(4, shoot / "a.NEF.xmp", shoot / "c.NEF.xmp")) == [(UndoKind.RESTORE, "")] * 2


@pytest.mark.parametrize("name", ["a", "c"])
def test_file_in_which_others_changed_other_things_is_merged(shoot, give_stars, plan, name):
    run = give_stars(4, shoot / f"{name}.NEF.xmp")
    (shoot / f"{name}.NEF.xmp").write_bytes(sidecar(4, "renamed"))
    assert plan(run) == [(UndoKind.MERGE, "")]


def test_file_in_which_others_changed_our_marks_is_refused_with_the_reason(shoot, give_stars, plan):
    run = give_stars(4, shoot / "a.NEF.xmp")
    (shoot / "a.NEF.xmp").write_bytes(sidecar(5, "harbour"))
    assert plan(run) == [(UndoKind.REFUSE, "stars were changed to 5 since")]


def test_file_that_is_as_before_is_left(shoot, give_stars, plan):
    run = give_stars(4, shoot / "a.NEF.xmp", shoot / "b.NEF.xmp", shoot / "c.NEF.xmp")
    (shoot / "a.NEF.xmp").write_bytes(sidecar(None, "harbour"))
    (shoot / "b.NEF.xmp").write_bytes(sidecar(2, "renamed"))
    (shoot / "c.NEF.xmp").unlink()
    assert plan(run) == [(UndoKind.NOTHING, "")] * 3


def test_file_that_was_moved_away_is_refused(shoot, give_stars, plan):
    run = give_stars(4, shoot / "a.NEF.xmp")
    (shoot / "a.NEF.xmp").rename(shoot / "moved.xmp")
    assert plan(run) == [(UndoKind.REFUSE, GONE)]


@pytest.mark.parametrize("name", ["a", "c"])
def test_file_below_an_empty_mount_point_is_refused_not_taken_for_gone(shoot, tmp_path, give_stars, plan, name):
    run = give_stars(4, shoot / f"{name}.NEF.xmp")
    shoot.rename(tmp_path / "unplugged")
    shoot.mkdir()
    assert plan(run) == [(UndoKind.REFUSE, PHOTO_GONE)]


def test_file_that_an_undo_took_away_is_not_made_again_below_an_empty_mount_point(
    shoot, tmp_path, give_stars, undo, plan
):
    undone = undo(give_stars(4, shoot / "c.NEF.xmp")).run
    shoot.rename(tmp_path / "unplugged")
    shoot.mkdir()
    assert plan(undone) == [(UndoKind.REFUSE, PHOTO_GONE)]


def test_file_on_a_disk_that_is_not_there_is_refused(shoot, tmp_path, give_stars, plan):
    run = give_stars(4, shoot / "a.NEF.xmp")
    shoot.rename(tmp_path / "unplugged")
    assert plan(run) == [(UndoKind.REFUSE, PHOTO_GONE)]


def test_file_that_cannot_be_read_any_more_is_refused(shoot, give_stars, plan):
    run = give_stars(4, *(shoot / f"{name}.NEF.xmp" for name in "abc"))
    (shoot / "a.NEF.xmp").write_bytes(b"no XML")
    (shoot / "b.NEF.xmp").unlink()
    os.mkfifo(shoot / "b.NEF.xmp")
    (shoot / "c.NEF.xmp").rename(shoot / "d.xmp")
    (shoot / "c.NEF.xmp").symlink_to("d.xmp")
    assert plan(run) == [
        (UndoKind.REFUSE, "the XML is not well-formed"),
        (UndoKind.REFUSE, "it is a pipe, not a file"),
        (UndoKind.REFUSE, "it is a symbolic link"),
    ]


def test_same_marks_of_a_later_run_are_to_be_taken_back_first(shoot, give_stars, plan):
    path = shoot / "a.NEF.xmp"
    first = give_stars(4, path)
    second = give_stars(5, path)
    assert plan(first) == [
        (UndoKind.REFUSE, f"run {second.name} has written the same marks since; take that one back first")
    ]
    assert plan(second) == [(UndoKind.RESTORE, "")]


def test_same_bytes_of_a_later_run_are_its_own(shoot, give_stars, plan):
    path = shoot / "a.NEF.xmp"
    first = give_stars(4, path)
    path.write_bytes(sidecar(5, "harbour"))
    second = give_stars(4, path)
    assert [kind for kind, _ in plan(first)] == [UndoKind.REFUSE]
    assert plan(second) == [(UndoKind.RESTORE, "")]


def test_other_marks_of_a_later_run_do_not_matter(journal, shoot, give_stars, plan):
    path = shoot / "a.NEF.xmp"
    first = give_stars(4, path)
    before = path.read_bytes()
    splice = Splice(before.index(b"harbour"), before.index(b"harbour") + 7, b"port")
    after = applied(before, [splice])
    later = PlannedWrite(path, path, before, after, [splice], changed=frozenset({Mark.KEYWORDS}))
    write_all(journal, journal.begin("later"), [later], [].append)
    assert path.read_bytes() == sidecar(4, "port")
    assert plan(first) == [(UndoKind.MERGE, "")]


def write_often(journal, path, *stars):
    """One run that gives a file these stars, one after the other."""
    run = journal.begin("live")
    for count in stars:
        write_all(journal, run, [planned(path, count)], [].append)
    return run


def test_damage_in_the_journal_is_told_and_nothing_is_guessed(journal, shoot, give_stars, plan):
    run = give_stars(4, shoot / "a.NEF.xmp", shoot / "b.NEF.xmp")
    first, second = journal.writes_of(run)
    journal._db.execute("UPDATE writes SET way_back = x'00' WHERE id = ?", [first.id])
    journal._db.execute("UPDATE writes SET way_back = ? WHERE id = ?", [first.way_back, second.id])
    said = (UndoKind.REFUSE, "the journal is damaged here, and does not know the way back")
    assert plan(run) == [said, said]


def test_intents_that_never_happened_are_not_among_the_steps(journal, shoot, plan):
    run = journal.begin("killed")
    journal.intend(run, [planned(shoot / "a.NEF.xmp", 4)])
    journal.settle()
    assert plan(run) == []


def test_file_that_the_run_wrote_several_times_is_one_step(journal, shoot, plan):
    run, path = write_often(journal, shoot / "b.NEF.xmp", 3, 4, 5), shoot / "b.NEF.xmp"
    assert plan(run) == [(UndoKind.RESTORE, "")]
    path.write_bytes(path.read_bytes().replace(b"tower", b"bridge"))
    assert plan(run) == [(UndoKind.MERGE, "")]
    path.write_bytes(sidecar(1, "bridge"))
    assert plan(run) == [(UndoKind.REFUSE, "stars were changed to 1 since")]
