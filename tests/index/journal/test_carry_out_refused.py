"""What was changed since, or is at work elsewhere, is not taken back, and may be tried again."""

from __future__ import annotations

import pytest

from index.journal import write_files
from index.journal.errors import RunAtWorkError
from index.journal.open_run import OpenRun
from index.journal.undo import UndoKind
from index.journal.write_files import write_all
from tests.index.journal.stars import planned, sidecar, stars_in
from tests.index.journal.three_sidecars import kinds


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


def test_new_file_in_the_place_of_one_that_an_undo_took_away_stays(shoot, give_stars, undo):
    path = shoot / "c.NEF.xmp"
    undone = undo(give_stars(4, path))
    path.write_bytes(sidecar(1, "theirs"))
    assert [step.reason for step in undo(undone.run).steps] == ["stars were changed to 1 since"]
    assert path.read_bytes() == sidecar(1, "theirs")


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
