"""Everything that was written can be taken back on any later day, and the taking back too."""

from __future__ import annotations

import os
import stat

import pytest

from index.journal import write_files
from index.journal.carry_out import carry_out
from index.journal.database import open_journal
from index.journal.errors import RunAtWorkError
from index.journal.open_run import OpenRun
from index.journal.undo import UndoKind
from index.journal.write_files import FILES_AT_ONCE, write_all
from index.photo.safe_file.errors import FileRefusedError, FileTrouble
from index.photo.safe_file.part_file import part_name
from tests.index.journal.stars import planned, put_back, sidecar, stars_in

OLD_NS = 1_600_000_000_000_000_000


def facts_of(folder):
    return {
        path.name: (path.read_bytes(), stat.S_IMODE(path.stat().st_mode), path.stat().st_mtime_ns)
        for path in folder.iterdir()
    }


@pytest.fixture
def all_three(shoot):
    """Two sidecars that are old, and one that is to be made."""
    (shoot / "a.NEF.xmp").chmod(0o600)
    for name in "ab":
        os.utime(shoot / f"{name}.NEF.xmp", ns=(OLD_NS, OLD_NS))
    return [shoot / f"{name}.NEF.xmp" for name in "abc"]


def kinds(undone):
    return [step.kind for step in undone.steps]


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


def test_what_is_refused_stays_to_be_taken_back(journal, all_three, give_stars, undo):
    run = give_stars(4, *all_three)
    all_three[0].write_bytes(sidecar(5, "harbour"))
    all_three[1].chmod(0o444)
    first = undo(run)
    assert [(step.kind, step.reason) for step in first.steps] == [
        (UndoKind.REFUSE, "stars were changed to 5 since"),
        (UndoKind.REFUSE, "it is write-protected"),
        (UndoKind.RESTORE, ""),
    ]
    assert journal.tallies()[run.id].standing == 2
    assert journal.last_run() == run
    all_three[0].write_bytes(sidecar(4, "harbour"))
    all_three[1].chmod(0o644)
    assert kinds(undo(run)) == [UndoKind.RESTORE] * 2
    assert [stars_in(path.read_bytes()) for path in all_three[:2]] == [None, 2]
    assert journal.last_run() is None


def test_undo_in_which_all_is_refused_is_no_run(journal, shoot, tmp_path, all_three, give_stars, undo):
    run = give_stars(4, *all_three)
    shoot.rename(tmp_path / "unplugged")
    undone = undo(run)
    assert (undone.run, kinds(undone)) == (None, [UndoKind.REFUSE] * 3)
    assert journal.runs() == [run]
    (tmp_path / "unplugged").rename(shoot)
    assert kinds(undo(run)) == [UndoKind.RESTORE] * 3


def test_files_that_are_as_before_count_as_taken_back(journal, all_three, give_stars, undo):
    run = give_stars(4, *all_three)
    all_three[2].unlink()
    assert kinds(undo(run)) == [UndoKind.NOTHING, UndoKind.RESTORE, UndoKind.RESTORE]
    assert journal.last_run() is None
    assert undo(run).steps == ()


def test_new_file_in_the_place_of_one_that_an_undo_took_away_stays(shoot, give_stars, undo):
    path = shoot / "c.NEF.xmp"
    undone = undo(give_stars(4, path))
    path.write_bytes(sidecar(1, "theirs"))
    assert [step.reason for step in undo(undone.run).steps] == ["stars were changed to 1 since"]
    assert path.read_bytes() == sidecar(1, "theirs")


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


def test_file_that_changes_between_plan_and_write_is_refused(shoot, give_stars, undo, monkeypatch):
    path = shoot / "a.NEF.xmp"
    run = give_stars(4, path)
    really_replace = write_files.replace_file

    def changed_just_before(target, data, **options):
        target.write_bytes(sidecar(4, "just now"))
        really_replace(target, data, **options)

    monkeypatch.setattr(write_files, "replace_file", changed_just_before)
    assert [(step.kind, step.reason) for step in undo(run).steps] == [
        (UndoKind.REFUSE, "it was changed since it was read")
    ]
    assert path.read_bytes() == sidecar(4, "just now")


def write_rounds(journal, paths, *rounds):
    """One run that writes these files again and again."""
    run = journal.begin("live")
    for stars in rounds:
        write_all(journal, run, [planned(path, stars) for path in paths], [].append)
    return run


def test_files_that_one_run_wrote_several_times_come_back_exactly(journal, shoot, all_three, undo):
    before = facts_of(shoot)
    run = write_rounds(journal, all_three, 3, 5, 1)
    undone = undo(run)
    assert kinds(undone) == [UndoKind.RESTORE] * 3
    assert facts_of(shoot) == before
    assert journal.last_run() is None
    assert journal.tallies()[run.id].written == 3
    assert undo(run).steps == ()


def test_undo_of_several_writes_can_be_undone_and_that_again(journal, shoot, all_three, undo):
    before = facts_of(shoot)
    run = write_rounds(journal, all_three, 3, 5, 1)
    undone = undo(run)
    redone = undo(undone.run)
    assert [stars_in(path.read_bytes()) for path in all_three] == [1, 1, 1]
    undo(redone.run)
    assert facts_of(shoot) == before


def test_what_others_changed_between_two_writes_of_a_run_stays(journal, all_three, undo):
    run = write_rounds(journal, all_three[:1], 3)
    path = all_three[0]
    path.write_bytes(path.read_bytes().replace(b"harbour", b"port"))
    write_all(journal, run, [planned(path, 5)], [].append)
    assert kinds(undo(run)) == [UndoKind.MERGE]
    assert path.read_bytes() == sidecar(None, "port")


def test_file_whose_last_write_is_refused_is_left_whole_and_told_once(journal, all_three, undo):
    run = write_rounds(journal, all_three, 3, 5)
    all_three[1].write_bytes(sidecar(2, "by hand"))
    undone = undo(run)
    assert sorted(step.write.path.name for step in undone.steps) == ["a.NEF.xmp", "b.NEF.xmp", "c.NEF.xmp"]
    assert [step.write.path.name for step in undone.steps if step.kind is UndoKind.REFUSE] == ["b.NEF.xmp"]
    assert all_three[1].read_bytes() == sidecar(2, "by hand")


def test_write_that_fails_in_the_middle_leaves_the_earlier_ones_of_that_file(journal, all_three, undo, monkeypatch):
    run = write_rounds(journal, all_three[:1], 3, 5)
    replace_file = write_files.replace_file

    def busy(path, *_, **__):
        raise FileRefusedError(path, FileTrouble.PERMISSION, "it is locked")

    monkeypatch.setattr(write_files, "replace_file", busy)
    assert [(step.kind, step.reason) for step in undo(run).steps] == [(UndoKind.REFUSE, "it is locked")]
    monkeypatch.setattr(write_files, "replace_file", replace_file)
    assert kinds(undo(run)) == [UndoKind.RESTORE]
    assert all_three[0].read_bytes() == sidecar(None, "harbour")


def test_run_that_is_still_open_elsewhere_cannot_be_taken_back(journal_file, all_three, undo):
    with OpenRun(journal_file, "assist cull") as cull:
        with cull.journal() as its_own:
            run = cull.begun(its_own)
            write_all(its_own, run, [planned(all_three[0], 4)], [].append)
        with pytest.raises(RunAtWorkError, match=f"{run.name}: assist cull") as refused:
            undo(run)
        assert "Ctrl+Z" in refused.value.hint
        assert stars_in(all_three[0].read_bytes()) == 4
    assert kinds(undo(run)) == [UndoKind.RESTORE]


def test_who_would_take_back_what_a_watch_still_writes_is_told_how_a_watch_is_ended(journal_file, all_three, undo):
    with OpenRun(journal_file, "assist watch /cards --write-sidecars both") as watch, watch.journal() as its_own:
        run = watch.begun(its_own)
        write_all(its_own, run, [planned(all_three[0], 4)], [].append)
        with pytest.raises(RunAtWorkError, match="assist watch /cards") as refused:
            undo(run)
    assert "Ctrl-C ends a watch" in refused.value.hint
    assert "cull" not in refused.value.hint
