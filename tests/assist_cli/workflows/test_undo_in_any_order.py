"""Runs are taken back in any order, and what only we made is gone then."""

from __future__ import annotations

import shutil
from itertools import permutations

import pytest

from index.journal.undo import PHOTO_GONE, UndoKind
from index.photo.mark_fields.changes import KeywordChange
from index.photo.marks import CropBox, Flag, Marks
from index.photo.sidecar_place import Place, Style
from index.photo.xmp_edit.new_packet import NEW_PACKET
from scoring.ranking.advised_marks import Advice
from tests.assist_cli.workflows.made_desk import Desk

EVERYTHING = frozenset(Advice)
ONE_AFTER_THE_OTHER = (
    Marks(rating=4),
    Marks(rating=4, labels=("Red",)),
    Marks(rating=4, labels=("Red",), keywords=("photo-assist|assist-keeper",)),
    Marks(rating=4, labels=("Red",), keywords=("photo-assist|assist-keeper",), crop=CropBox(0.1, 0.1, 0.9, 0.9)),
)
"""Each run adds one mark."""


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    made.photo("IMG.CR3")
    return made


def names(desk):
    return sorted(path.name for path in desk.folder.iterdir())


def kinds(undone):
    return [step.kind for step in undone.steps]


@pytest.mark.parametrize("order", list(permutations(range(len(ONE_AFTER_THE_OTHER)))))
def test_file_that_we_made_is_gone_in_whatever_order_its_runs_are_taken_back(desk, order):
    runs = [desk.write(marks, Style.BOTH, wanted=EVERYTHING).run for marks in ONE_AFTER_THE_OTHER]
    assert names(desk) == ["IMG.CR3", "IMG.CR3.xmp", "IMG.xmp"]
    for number in order:
        assert UndoKind.REFUSE not in kinds(desk.undo(runs[number].name))
    assert names(desk) == ["IMG.CR3"]


def test_reject_that_made_a_file_goes_with_it(desk):
    reject = desk.write(Marks(flag=Flag.REJECT), Style.BOTH, wanted=EVERYTHING).run
    label = desk.write(Marks(flag=Flag.REJECT, labels=("Red",)), Style.BOTH, wanted=EVERYTHING).run
    for run in (reject, label):
        desk.undo(run.name)
    assert names(desk) == ["IMG.CR3"]


def test_file_of_ours_in_which_a_person_wrote_stays(desk):
    stars = desk.write(Marks(rating=4), Style.DARKTABLE).run
    label = desk.write(Marks(rating=4, labels=("Red",)), Style.DARKTABLE, wanted=EVERYTHING).run
    desk.darktable("IMG.CR3.xmp", keywords=KeywordChange(add=("harbour",)))
    for run in (stars, label):
        desk.undo(run.name)
    assert desk.marks("IMG.CR3.xmp") == Marks(keywords=("harbour",))


def test_empty_file_of_somebody_else_stays(desk):
    desk.darktable("IMG.CR3.xmp", rating=2)
    desk.darktable("IMG.CR3.xmp", rating=None)
    run = desk.write(Marks(rating=4), Style.DARKTABLE).run
    desk.write(Marks(rating=4, labels=("Red",)), Style.DARKTABLE, wanted=EVERYTHING)
    desk.undo(run.name)
    desk.undo()
    assert names(desk) == ["IMG.CR3", "IMG.CR3.xmp"]


def test_property_that_we_added_goes_and_is_not_set_to_none(desk):
    desk.darktable("IMG.CR3.xmp", keywords=KeywordChange(add=("harbour",)))
    run = desk.write(Marks(labels=("Red",)), Style.DARKTABLE, wanted=EVERYTHING).run
    desk.darktable("IMG.CR3.xmp", keywords=KeywordChange(add=("tower",)))
    assert kinds(desk.undo(run.name)) == [UndoKind.MERGE]
    assert b"ColorLabel" not in (desk.folder / "IMG.CR3.xmp").read_bytes()


def test_property_that_was_there_before_says_none_again(desk):
    path = desk.darktable("IMG.CR3.xmp", labels=("Red",))
    desk.darktable("IMG.CR3.xmp", labels=())
    assert b'ColorLabel="0"' in path.read_bytes()
    desk.read()
    run = desk.write(Marks(rating=3), Style.DARKTABLE, wanted=EVERYTHING).run
    desk.darktable("IMG.CR3.xmp", keywords=KeywordChange(add=("tower",)))
    desk.undo(run.name)
    assert b'ColorLabel="0"' in path.read_bytes()


def test_file_that_went_comes_back_when_the_undo_is_undone(desk):
    stars = desk.write(Marks(rating=4), Style.DARKTABLE).run
    label = desk.write(Marks(rating=4, labels=("Red",)), Style.DARKTABLE, wanted=EVERYTHING).run
    desk.undo(stars.name)
    undone = desk.undo(label.name)
    assert [step.goes_away for step in undone.steps] == [True]
    desk.undo(undone.run.name)
    assert desk.marks("IMG.CR3.xmp", Place.DARKTABLE) == Marks(labels=("Red",))


def moved(desk, *names):
    """The files in a folder of their own, scored there."""
    elsewhere = desk.folder.parent / "archive"
    elsewhere.mkdir()
    for name in names:
        (desk.folder / name).rename(elsewhere / name)
    desk.score(elsewhere / names[0])
    return elsewhere


def test_sidecars_are_taken_back_where_they_were_moved_with_their_photo(desk):
    desk.darktable("IMG.CR3.xmp", labels=("Red",))
    before = (desk.folder / "IMG.CR3.xmp").read_bytes()
    desk.write(Marks(rating=4), Style.BOTH)
    elsewhere = moved(desk, "IMG.CR3", "IMG.CR3.xmp", "IMG.xmp")
    undone = desk.undo()
    assert kinds(undone) == [UndoKind.RESTORE] * 2
    assert {step.write.path.parent for step in undone.steps} == {elsewhere}
    assert (elsewhere / "IMG.CR3.xmp").read_bytes() == before
    assert not (elsewhere / "IMG.xmp").exists()
    desk.undo(undone.run.name)
    assert (elsewhere / "IMG.xmp").exists()


def test_sidecars_of_a_renamed_photo_are_taken_back(desk):
    desk.write(Marks(rating=4), Style.BOTH)
    for old, new in (("IMG.CR3", "Harbour.CR3"), ("IMG.CR3.xmp", "Harbour.CR3.xmp"), ("IMG.xmp", "Harbour.xmp")):
        (desk.folder / old).rename(desk.folder / new)
    desk.score(desk.folder / "Harbour.CR3", picture="IMG.CR3")
    assert kinds(desk.undo()) == [UndoKind.RESTORE] * 2
    assert names(desk) == ["Harbour.CR3"]


def test_moved_sidecar_that_others_changed_is_left_and_told(desk):
    desk.write(Marks(rating=4), Style.DARKTABLE)
    elsewhere = moved(desk, "IMG.CR3", "IMG.CR3.xmp")
    (elsewhere / "IMG.CR3.xmp").write_bytes(b"theirs")
    assert [step.reason for step in desk.undo().steps] == [PHOTO_GONE]


def test_photo_that_was_copied_before_it_went_leaves_it_open_which_is_meant(desk):
    desk.write(Marks(rating=4), Style.DARKTABLE)
    for name in ("one", "two"):
        shutil.copytree(desk.folder, desk.folder.parent / name)
        desk.score(desk.folder.parent / name / "IMG.CR3")
    shutil.rmtree(desk.folder)
    assert [step.reason for step in desk.undo().steps] == [PHOTO_GONE]


def test_folder_that_is_not_there_is_told_with_what_to_do(desk):
    desk.write(Marks(rating=4), Style.DARKTABLE)
    desk.folder.rename(desk.folder.parent / "unplugged")
    assert [step.reason for step in desk.undo().steps] == [PHOTO_GONE]


def test_place_of_a_linked_sidecar_is_remembered(desk):
    """Its name is like that of an `IMG.xmp`, but it is darktable's."""
    (desk.folder / "marks").mkdir()
    (desk.folder / "marks" / "one.xmp").write_bytes(NEW_PACKET)
    (desk.folder / "IMG.CR3.xmp").symlink_to("marks/one.xmp")
    desk.write(Marks(crop=CropBox(0.1, 0.1, 0.9, 0.9)), Style.DARKTABLE, wanted=EVERYTHING)
    desk.darktable("marks/one.xmp", keywords=KeywordChange(add=("harbour",)))
    assert kinds(desk.undo()) == [UndoKind.MERGE]
    assert desk.marks("marks/one.xmp", Place.DARKTABLE) == Marks(keywords=("harbour",))
