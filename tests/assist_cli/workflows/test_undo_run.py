"""A run is taken back on any later day, with or without the catalogue."""

import os

import pytest

from assist_cli.failures import AssistError
from assist_cli.workflows.undo_run import run_to_undo, undo_plan
from index.journal.errors import UnknownRunError
from index.journal.journal_path import journal_path
from index.journal.undo import UndoKind
from index.photo.marks import CropBox, Mark, Marks
from index.photo.safe_file.part_file import part_name
from scoring.ranking.advised_marks import Advice

GOOD = Marks(4, labels=("Green",))
OLD_NS = 1_600_000_000_000_000_000


def kinds(undone):
    return {step.write.path.name: step.kind for step in undone.steps}


def plan(desk, run=None):
    with run_to_undo(desk.catalog, run, dry_run=True) as (journal, found):
        return {step.write.path.name: step.kind for step in undo_plan(desk.catalog, journal, found)}


def shoot(desk):
    """The files beside photos, and when they changed."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in desk.folder.iterdir()}


def test_bytes_and_times_come_back_and_what_we_made_goes_away(desk):
    desk.photo("IMG.CR3")
    os.utime(desk.adobe("IMG.xmp", keywords=("harbour",)), ns=(OLD_NS, OLD_NS))
    before = shoot(desk)
    desk.write(GOOD)
    assert kinds(desk.undo()) == {"IMG.CR3.xmp": UndoKind.RESTORE, "IMG.xmp": UndoKind.RESTORE}
    assert shoot(desk) == before


def test_an_undo_can_be_undone(desk):
    desk.photo("IMG.CR3")
    desk.write(GOOD)
    undone = desk.undo()
    desk.undo(undone.run.name)
    assert desk.marks("IMG.xmp") == GOOD


def test_the_plan_is_what_happens_and_changes_nothing_at_all(desk):
    desk.photo("IMG.CR3")
    desk.write(GOOD)
    desk.adobe("IMG.xmp", keywords=("harbour",))
    (desk.folder / part_name("IMG.xmp")).write_bytes(b"left by a killed run")
    before = desk.files()
    planned = plan(desk)
    assert desk.files() == before
    assert planned == {"IMG.CR3.xmp": UndoKind.RESTORE, "IMG.xmp": UndoKind.MERGE}
    assert kinds(desk.undo()) == planned


def test_a_sidecar_whose_marks_a_person_changed_is_left_alone_with_the_reason(desk):
    desk.photo("IMG.CR3")
    desk.write(GOOD)
    desk.adobe("IMG.xmp", rating=5)
    undone = desk.undo()
    (refused,) = (step for step in undone.steps if step.kind is UndoKind.REFUSE)
    assert refused.reason == "the stars were changed to 5 since"
    assert desk.marks("IMG.xmp") == Marks(5, labels=("Green",))
    assert desk.undo().run is None


def test_a_person_s_stars_that_came_after_an_undo_stay_when_that_is_undone(desk):
    desk.photo("IMG.CR3")
    desk.write(Marks(4))
    undone = desk.undo()
    desk.adobe("IMG.xmp", rating=5)
    desk.undo(undone.run.name)
    assert desk.marks("IMG.xmp").rating == 5
    assert desk.marks("IMG.CR3.xmp").rating == 4


def test_runs_are_taken_back_without_the_catalogue_but_for_crops_of_files_changed_since(desk):
    desk.photo("A.CR3")
    desk.photo("B.CR3")
    box = CropBox(0.1, 0.1, 0.9, 0.9)
    desk.write({"A.CR3": Marks(4), "B.CR3": Marks(crop=box)}, wanted=frozenset(Advice))
    for name in ("A.xmp", "B.xmp"):
        desk.adobe(name, keywords=("harbour",))
    desk.catalog.unlink()
    undone = desk.undo()
    assert kinds(undone) == {
        "A.CR3.xmp": UndoKind.RESTORE,
        "A.xmp": UndoKind.MERGE,
        "B.CR3.xmp": UndoKind.RESTORE,
        "B.xmp": UndoKind.REFUSE,
    }
    (refused,) = (step.reason for step in undone.steps if step.kind is UndoKind.REFUSE)
    assert refused.endswith("score it first")


def test_a_crop_beside_the_jpeg_of_a_pair_is_put_back_too(desk):
    desk.photo("IMG.CR3", "IMG.JPG")
    desk.write(Marks(crop=CropBox(0.1, 0.1, 0.9, 0.9)), wanted=frozenset(Advice))
    desk.darktable("IMG.JPG.xmp", keywords=("harbour",))
    assert kinds(desk.undo())["IMG.JPG.xmp"] is UndoKind.MERGE
    assert desk.marks("IMG.JPG.xmp") == Marks(keywords=("harbour",))


def test_without_a_name_the_last_run_that_stands_is_meant(desk):
    desk.photo("IMG.CR3")
    desk.write(Marks(4))
    desk.write(Marks(2))
    desk.undo()
    assert desk.marks("IMG.xmp").rating == 4
    desk.undo()
    assert not (desk.folder / "IMG.xmp").exists()
    with pytest.raises(AssistError, match="nothing to take back"):
        desk.undo()


def test_an_unknown_run_is_told(desk):
    desk.photo("IMG.CR3")
    desk.write(GOOD)
    with pytest.raises(UnknownRunError):
        desk.undo("2026-01-01-7")


@pytest.mark.parametrize("dry_run", [True, False])
def test_where_nothing_was_written_yet_no_journal_is_made(desk, dry_run):
    with pytest.raises(AssistError, match="nothing was written yet"), run_to_undo(desk.catalog, None, dry_run=dry_run):
        pass
    assert not journal_path(desk.catalog).exists()


def test_the_undo_of_a_sidecar_that_was_deleted_lets_it_be_made_again(desk):
    desk.photo("IMG.CR3")
    desk.write(GOOD)
    (desk.folder / "IMG.xmp").unlink()
    assert desk.write(GOOD).run is None
    assert kinds(desk.undo()) == {"IMG.CR3.xmp": UndoKind.RESTORE, "IMG.xmp": UndoKind.NOTHING}
    assert [one.written for one in desk.write(GOOD).photos[0].sidecars] == [{Mark.RATING, Mark.LABELS}] * 2
