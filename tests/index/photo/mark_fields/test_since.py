"""What an editor has said since we wrote."""

import pytest

from index.photo.mark_fields.facts import NO_FACTS
from index.photo.mark_fields.read import facts_of, marks_of
from index.photo.mark_fields.since import marks_since
from index.photo.mark_fields.write import edits_for
from index.photo.marks import NO_MARKS, Flag, Mark, Marks
from index.photo.sidecar_place import Place
from index.photo.xmp import read_xmp
from index.photo.xmp_edit.apply import edited
from index.photo.xmp_edit.edits import SetList, SetSimple

COLOURS = "darktable:colorlabels"


def after(base, place, *edits):
    """The marks in a sidecar that we wrote and an editor has changed since."""
    changes = {Mark.RATING: base.rating, Mark.FLAG: base.flag, Mark.LABELS: base.labels}
    ours = edited(None, edits_for(changes, NO_FACTS, place)).data
    facts = facts_of(read_xmp(edited(ours or None, edits).data))
    return marks_since(facts, base, place), marks_of(facts)


@pytest.mark.parametrize("place", [Place.DARKTABLE, Place.ADOBE])
@pytest.mark.parametrize("flag", [*Flag, None])
@pytest.mark.parametrize("labels", [("Green",), ("Red", "Blue"), ("Select",), ("Select", "Red"), ()])
def test_marks_that_nobody_touched_are_as_we_wrote_them(place, flag, labels):
    base = Marks(3, flag, labels)
    assert after(base, place, SetSimple("xmp:CreatorTool", "an editor"))[0] == base


def test_colour_changed_in_darktable_is_the_only_one():
    since, all_said = after(Marks(3, None, ("Green",)), Place.DARKTABLE, SetList(COLOURS, "Seq", ("0",)))
    assert since.labels == ("Red",)
    assert all_said.labels == ("Red", "Green")


def test_colour_added_in_darktable_stands_beside_ours():
    assert after(Marks(3, None, ("Green",)), Place.DARKTABLE, SetList(COLOURS, "Seq", ("0", "2")))[0].labels == (
        "Red",
        "Green",
    )


def test_colour_taken_away_in_darktable_is_gone():
    assert after(Marks(3, None, ("Green",)), Place.DARKTABLE, SetList(COLOURS, "Seq", None))[0].labels == ()


def test_reject_taken_back_in_darktable_is_taken_back():
    since, all_said = after(Marks(2, Flag.REJECT), Place.DARKTABLE, SetSimple("xmp:Rating", "4"))
    assert (since.flag, since.rating) == (Flag.UNFLAGGED, 4)
    assert all_said.flag is Flag.REJECT


def test_reject_said_in_darktable_counts_before_our_pick():
    since, _ = after(Marks(2, Flag.PICK), Place.DARKTABLE, SetSimple("xmp:Rating", "-1"))
    assert (since.flag, since.rating) == (Flag.REJECT, 2)  # -1 says nothing of stars


def test_stars_that_our_reject_covers_are_not_lost():
    assert after(Marks(4, Flag.REJECT), Place.DARKTABLE)[0].rating == 4


@pytest.mark.parametrize(
    ("edits", "flag"),
    [
        ([SetSimple("xmpDM:pick", "0"), SetSimple("xmpDM:good", None)], Flag.UNFLAGGED),
        ([SetSimple("xmpDM:pick", None), SetSimple("xmpDM:good", None)], Flag.UNFLAGGED),
        ([SetSimple("xmpDM:pick", "-1"), SetSimple("xmpDM:good", "false")], Flag.REJECT),
        ([SetSimple("xmp:Rating", "-1")], Flag.REJECT),
    ],
)
def test_flag_changed_in_adobes_place_is_seen(edits, flag):
    assert after(Marks(2, Flag.PICK), Place.ADOBE, *edits)[0].flag is flag


def test_label_taken_away_in_lightroom_is_gone():
    assert after(Marks(2, None, ("Red",)), Place.ADOBE, SetSimple("xmp:Label", None))[0].labels == ()


def test_where_we_wrote_nothing_all_that_is_said_counts():
    since, all_said = after(NO_MARKS, Place.ADOBE, SetSimple("xmp:Label", "Rot"), SetSimple("digiKam:PickLabel", "1"))
    assert since == all_said == Marks(flag=Flag.REJECT, labels=("Rot",))
