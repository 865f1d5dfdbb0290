"""Picks and rejects in four properties."""

import pytest

from index.photo.mark_fields.flags import flags_said, parsed_truth, strongest
from index.photo.marks import Flag


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        ({"rating": -1}, Flag.REJECT),
        ({"rating": 3}, None),
        ({"pick": -1}, Flag.REJECT),
        ({"pick": 1}, Flag.PICK),
        ({"pick": 0}, Flag.UNFLAGGED),
        ({"pick": 7}, None),
        ({"good": True}, Flag.PICK),
        ({"good": False}, Flag.REJECT),
        ({"digikam": 1}, Flag.REJECT),
        ({"digikam": 3}, Flag.PICK),
        ({"digikam": 0}, Flag.UNFLAGGED),
        ({"digikam": 2}, None),
        ({}, None),
    ],
)
def test_each_property_says_its_flag(said, flag):
    nothing = {"rating": None, "pick": None, "good": None, "digikam": None}
    assert strongest(flags_said(**nothing | said).values()) is flag


@pytest.mark.parametrize("said", [(-1, 1, True, 3), (5, 1, False, 3), (None, 0, None, 1), (2, -1, True, 0)], ids=str)
def test_reject_said_anywhere_is_not_lost(said):
    assert strongest(flags_said(*said).values()) is Flag.REJECT


def test_pick_is_stronger_than_a_flag_taken_away():
    assert strongest(flags_said(None, 0, None, 3).values()) is Flag.PICK


def test_disagreement_can_be_seen_property_by_property():
    assert flags_said(-1, 1, None, 2) == {"xmp:Rating": Flag.REJECT, "xmpDM:pick": Flag.PICK}


@pytest.mark.parametrize(
    ("text", "truth"), [("True", True), ("false", False), (" 1 ", True), ("0", False), ("yes", None), (None, None)]
)
def test_truths_are_read_in_every_spelling(text, truth):
    assert parsed_truth(text) is truth
