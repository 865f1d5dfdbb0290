"""Everything that was written can be taken back on any later day, and the taking back too."""

from __future__ import annotations

from index.journal.carry_out import carry_out
from index.journal.database import open_journal
from index.journal.undo import UndoKind
from index.journal.write_files import FILES_AT_ONCE
from index.photo.safe_file.part_file import part_name
from tests.index.journal.stars import put_back, sidecar
from tests.index.journal.three_sidecars import OLD_NS, facts_of, kinds


def test_undo_brings_back_bytes_permissions_and_times_exactly(shoot, all_three, give_stars, undo):
    before = facts_of(shoot)
    run = give_stars(4, *all_three)
    assert facts_of(shoot).keys() - before.keys() == {"c.NEF.xmp"}
    assert all(path.stat().st_mtime_ns > OLD_NS for path in all_three)
    assert kinds(undo(run)) == [UndoKind.RESTORE] * 3
    assert facts_of(shoot) == before


def test_undo_can_be_undone_and_that_again(journal, shoot, all_three, give_stars, undo):
    old = facts_of(shoot)
    first = give_stars(4, *all_three)
    new = facts_of(shoot)
    undone = undo(first).run
    assert undone.undoes == first.id
    assert journal.last_run() is None
    redone = undo(undone).run
    assert facts_of(shoot) == new
    assert journal.last_run() == first
    assert journal.bases(all_three).keys() == set(all_three)
    undo(redone)
    assert facts_of(shoot) == old
    assert journal.last_run() is None
    assert journal.bases(all_three) == {}


def test_undo_twice_has_nothing_left_and_writes_no_run(journal, all_three, give_stars, undo):
    run = give_stars(4, *all_three)
    undo(run)
    runs = journal.runs()
    again = undo(run)
    assert (again.run, again.steps) == (None, ())
    assert journal.runs() == runs
    assert [one.undoes for one in journal.runs()] == [None, run.id]


def test_undo_in_several_runs_goes_back_step_by_step(shoot, all_three, give_stars, undo):
    old = facts_of(shoot)
    runs = [give_stars(stars, *all_three) for stars in (3, 4, 5)]
    for run in reversed(runs):
        assert kinds(undo(run)) == [UndoKind.RESTORE] * 3
    assert facts_of(shoot) == old


def test_others_changes_stay_when_our_marks_are_put_back(all_three, give_stars, undo):
    run = give_stars(4, *all_three)
    for path in all_three:
        path.write_bytes(sidecar(4, "renamed"))
    assert kinds(undo(run)) == [UndoKind.MERGE] * 3
    assert [path.read_bytes() for path in all_three] == [
        sidecar(None, "renamed"),
        sidecar(2, "renamed"),
        sidecar(None, "renamed"),
    ]


def test_undo_that_merged_can_be_undone(all_three, give_stars, undo):
    run = give_stars(4, *all_three)
    all_three[1].write_bytes(sidecar(4, "renamed"))
    undone = undo(run)
    undo(undone.run)
    assert [path.read_bytes() for path in all_three] == [sidecar(4, "harbour"), sidecar(4, "renamed"), sidecar(4)]


def test_files_that_are_as_before_count_as_taken_back(journal, all_three, give_stars, undo):
    run = give_stars(4, *all_three)
    all_three[2].unlink()
    assert kinds(undo(run)) == [UndoKind.NOTHING, UndoKind.RESTORE, UndoKind.RESTORE]
    assert journal.last_run() is None
    assert undo(run).steps == ()


def test_undo_of_more_files_than_a_batch_is_one_run(journal, tmp_path, give_stars, undo):
    paths = [tmp_path / f"{number}.NEF.xmp" for number in range(2 * FILES_AT_ONCE + 5)]
    run = give_stars(4, *paths)
    undone = undo(run)
    assert kinds(undone) == [UndoKind.RESTORE] * len(paths)
    assert len(journal.writes_of(undone.run)) == len(paths)
    assert not any(path.exists() for path in paths)


def test_undo_on_a_later_day_takes_part_files_away_too(journal, journal_file, shoot, give_stars):
    run = give_stars(4, shoot / "a.NEF.xmp")
    journal.close()
    (shoot / part_name("a.NEF.xmp")).write_bytes(b"half")
    with open_journal(journal_file) as opened:
        told = []
        undone = carry_out(opened, run, put_back, "undo --last", told.append)
        assert tuple(told) == undone.steps
        assert undone.run.command == "undo --last"
    assert sorted(path.name for path in shoot.glob(".*")) == []
