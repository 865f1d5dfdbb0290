"""Stars, and the reject that may stand in their place."""

import pytest

from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.rating_edits import moves_reject, rating_edits
from index.photo.mark_fields.write import edits_for
from index.photo.marks import Flag, Mark
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.edits import SetSimple

RATING, FLAG = Mark.RATING, Mark.FLAG


def rated(rating):
    return MarkFacts(present=frozenset({"xmp:Rating"}), rating=rating)


def written(changes, facts, place):
    values = [edit.value for edit in rating_edits(changes, facts, place)]
    return values[0] if values else "as it was"


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        (3, {FLAG: Flag.REJECT}, "-1"),
        (3, {FLAG: Flag.REJECT, RATING: 5}, "-1"),
        (3, {FLAG: Flag.PICK}, "as it was"),
        (3, {FLAG: Flag.PICK, RATING: 5}, "5"),
        (-1, {FLAG: Flag.REJECT, RATING: 5}, "as it was"),
        (-1, {RATING: 5}, "as it was"),
        (-1, {FLAG: Flag.PICK}, "0"),
        (-1, {FLAG: None}, "0"),
        (-1, {FLAG: Flag.UNFLAGGED, RATING: 4}, "4"),
        (3, {RATING: 0}, "0"),
        (3, {RATING: None}, None),
        (None, {RATING: None}, None),
    ],
)
def test_darktable_has_a_reject_in_place_of_stars(before, changes, after):
    assert written(changes, rated(before), Place.DARKTABLE) == after


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        (3, {FLAG: Flag.REJECT}, "as it was"),
        (3, {FLAG: Flag.REJECT, RATING: 5}, "5"),
        (-1, {FLAG: Flag.REJECT}, "as it was"),
        (-1, {FLAG: Flag.PICK}, "0"),
        (-1, {RATING: 5}, "5"),
        (5, {RATING: 5}, "as it was"),
    ],
)
def test_lightroom_keeps_stars_beside_a_reject(before, changes, after):
    assert written(changes, rated(before), Place.ADOBE) == after


def test_reject_of_bridge_becomes_a_flag_when_stars_take_its_place():
    assert moves_reject({RATING: 5}, rated(-1), Place.ADOBE)
    assert edits_for({RATING: 5}, rated(-1), Place.ADOBE) == [
        SetSimple("xmp:Rating", "5"), SetSimple("xmpDM:pick", "-1"), SetSimple("xmpDM:good", "False")
    ]  # fmt: skip


@pytest.mark.parametrize(("stars", "error"), [(6, ValueError), (-1, ValueError), ("4", TypeError)])
def test_stars_that_are_none_are_a_mistake_of_the_caller(stars, error):
    with pytest.raises(error):
        rating_edits({RATING: stars}, MarkFacts(), Place.ADOBE)
