"""Runs are taken back in any order, and what only we made is gone then."""

from __future__ import annotations

from itertools import permutations

import pytest

from index.journal.undo import UndoKind
from index.photo.mark_fields.changes import KeywordChange
from index.photo.marks import CropBox, Flag, Marks
from index.photo.sidecar_place import Place, Style
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
