"""A run that wrote the same files several times is taken back as one."""

from __future__ import annotations

from index.journal import write_files
from index.journal.undo import UndoKind
from index.journal.write_files import write_all
from index.photo.safe_file.errors import FileRefusedError, FileTrouble
from tests.index.journal.stars import planned, sidecar, stars_in
from tests.index.journal.three_sidecars import facts_of, kinds


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
