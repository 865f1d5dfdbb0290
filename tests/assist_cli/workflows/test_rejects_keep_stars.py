"""darktable writes a reject in the place of the stars; that is no word about the stars."""

import pytest

from index.journal.undo import UndoKind
from index.photo.mark_fields.changes import KeywordChange
from index.photo.marks import Flag, Marks
from index.photo.merge_marks import Merge
from index.photo.sidecar_place import Place, Style
from scoring.ranking.advised_marks import Advice
from tests.assist_cli.workflows.made_desk import Desk

EVERYTHING = frozenset(Advice)
HARBOUR = KeywordChange(add=("harbour",))


@pytest.fixture
def unmarked(tmp_path):
    desk = Desk(tmp_path)
    desk.photo("IMG.CR3")
    return desk


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.photo("IMG.CR3")
    desk.darktable("IMG.CR3.xmp", rating=5)
    desk.adobe("IMG.xmp", rating=5)
    desk.read()
    desk.write()
    return desk


def test_a_reject_in_darktable_leaves_the_stars_in_lightroom_s_sidecar(desk):
    desk.darktable("IMG.CR3.xmp", flag=Flag.REJECT)
    desk.read()
    desk.write()
    there = desk.marks("IMG.xmp", Place.ADOBE)
    assert (there.rating, there.flag) == (5, Flag.REJECT)


def test_stars_come_back_to_darktable_with_the_flag_that_takes_the_reject_away(desk):
    desk.darktable("IMG.CR3.xmp", flag=Flag.REJECT)
    desk.read()
    desk.write()
    desk.adobe("IMG.xmp", flag=Flag.PICK)
    desk.read()
    desk.write()
    there = desk.marks("IMG.CR3.xmp", Place.DARKTABLE)
    assert (there.rating, there.flag) == (5, Flag.PICK)


def test_other_stars_for_a_reject_are_no_conflict(desk):
    desk.darktable("IMG.CR3.xmp", flag=Flag.REJECT)
    desk.read()
    desk.write()
    desk.adobe("IMG.xmp", rating=2)
    assert not desk.read().photos[0].collected.conflicts
    (planned,) = desk.write().photos
    assert not any(one.with_outcome(Merge.CONFLICT) for one in planned.sidecars)
    assert desk.marks("IMG.CR3.xmp", Place.DARKTABLE).flag is Flag.REJECT


def reasons(undone):
    return {step.write.path.name: step.reason for step in undone.steps if step.kind is UndoKind.REFUSE}


def test_stars_come_back_where_the_reject_is_taken_back_and_others_changed_the_file(desk):
    desk.adobe("IMG.xmp", flag=Flag.REJECT)
    desk.read()
    run = desk.write().run
    desk.darktable("IMG.CR3.xmp", keywords=HARBOUR)
    assert [step.kind for step in desk.undo(run.name).steps] == [UndoKind.MERGE]
    assert desk.marks("IMG.CR3.xmp") == Marks(5, keywords=("harbour",))
    desk.read()
    desk.write()
    assert desk.marks("IMG.xmp").rating == 5


def test_reject_that_comes_back_takes_the_place_of_the_stars_that_stood_there_when_it_went(desk):
    desk.adobe("IMG.xmp", flag=Flag.REJECT)
    desk.read()
    undone = desk.undo(desk.write().run.name)
    desk.darktable("IMG.CR3.xmp", keywords=HARBOUR)
    again = desk.undo(undone.run.name)
    assert desk.marks("IMG.CR3.xmp") == Marks(flag=Flag.REJECT, keywords=("harbour",))
    desk.undo(again.run.name)
    assert desk.marks("IMG.CR3.xmp") == Marks(5, keywords=("harbour",))


def test_reject_does_not_come_back_over_stars_that_a_person_gave_since(unmarked):
    undone = unmarked.undo(unmarked.write(Marks(flag=Flag.REJECT), Style.DARKTABLE, wanted=EVERYTHING).run.name)
    unmarked.darktable("IMG.CR3.xmp", rating=3)
    again = unmarked.undo(undone.run.name)
    assert reasons(again) == {"IMG.CR3.xmp": "the reject would take the place of the 3 stars that were given since"}
    assert unmarked.marks("IMG.CR3.xmp") == Marks(3)


def test_reject_that_a_pick_replaced_does_not_come_back_over_stars_given_since(unmarked):
    unmarked.darktable("IMG.CR3.xmp", flag=Flag.REJECT)
    unmarked.read()
    unmarked.write()
    unmarked.adobe("IMG.xmp", flag=Flag.PICK)
    unmarked.read()
    run = unmarked.write().run
    unmarked.darktable("IMG.CR3.xmp", rating=3)
    assert "IMG.CR3.xmp" in reasons(unmarked.undo(run.name))
    assert unmarked.marks("IMG.CR3.xmp") == Marks(3, Flag.PICK)


def test_our_stars_under_our_reject_are_taken_back_after_it_and_nothing_is_left(unmarked):
    stars = unmarked.write(Marks(2), Style.DARKTABLE, wanted=EVERYTHING).run
    reject = unmarked.write(Marks(2, Flag.REJECT), Style.DARKTABLE, wanted=EVERYTHING).run
    why = f"run {reject.name} has written a reject in the place of the stars since; take that one back first"
    assert reasons(unmarked.undo(stars.name)) == {"IMG.CR3.xmp": why}
    unmarked.undo(reject.name)
    assert unmarked.marks("IMG.CR3.xmp") == Marks(2)
    unmarked.undo(stars.name)
    assert not (unmarked.folder / "IMG.CR3.xmp").exists()


def test_our_stars_are_taken_back_where_a_person_took_the_reject_away(unmarked):
    stars = unmarked.write(Marks(2), Style.DARKTABLE, wanted=EVERYTHING).run
    unmarked.write(Marks(2, Flag.REJECT), Style.DARKTABLE, wanted=EVERYTHING)
    unmarked.darktable("IMG.CR3.xmp", flag=None, rating=2)
    assert not reasons(unmarked.undo(stars.name))
    assert not unmarked.marks("IMG.CR3.xmp").rating


def test_three_stars_of_a_person_stay_while_our_stars_and_reject_come_and_go(unmarked):
    """A history that `test_any_history` found."""
    stars = unmarked.write(Marks(2, keywords=("photo-assist|assist-alternate",)), wanted=EVERYTHING).run
    reject = unmarked.write(Marks(2, Flag.REJECT, ("Green",)), wanted=EVERYTHING).run
    unmarked.darktable("IMG.CR3.xmp", rating=0)
    unmarked.undo(stars.name)
    unmarked.read()
    undone = unmarked.undo(reject.name)
    unmarked.darktable("IMG.CR3.xmp", rating=3)
    unmarked.write(Marks(4, Flag.REJECT, ("Red",)), wanted=EVERYTHING)
    unmarked.undo(undone.run.name)
    assert unmarked.marks("IMG.CR3.xmp").rating == 3
