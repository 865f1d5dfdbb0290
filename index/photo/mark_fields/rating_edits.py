"""Edits of `xmp:Rating`, in which darktable's and Bridge's reject stands, too."""

from __future__ import annotations

from index.photo.mark_fields.changes import Changes, flag_wanted, stars_wanted
from index.photo.mark_fields.facts import MarkFacts
from index.photo.mark_fields.rating import REJECTED
from index.photo.marks import Flag, Mark
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.edits import Edit, SetSimple

RATING = "xmp:Rating"
UNRATED = 0


def rating_edits(changes: Changes, facts: MarkFacts, place: Place) -> list[Edit]:
    """Stars, and in darktable's place the reject: -1 there whatever the stars, which then have no place.

    While a file says -1 in darktable's place, new stars alone are not written: they would take the reject away. A reject that is
    taken back leaves 0 where no stars are given.
    """
    says_reject = facts.rating == REJECTED
    flag = flag_wanted(changes) if Mark.FLAG in changes else None
    if place is Place.DARKTABLE and flag is Flag.REJECT:
        return _set(REJECTED, facts)
    if place is Place.DARKTABLE and says_reject and Mark.FLAG not in changes:
        return []
    if Mark.RATING in changes:
        return _set(stars_wanted(changes), facts)
    return _set(UNRATED, facts) if says_reject and flag is not Flag.REJECT else []


def moves_reject(changes: Changes, facts: MarkFacts, place: Place) -> bool:
    """Whether new stars take the place of a -1 that must go on being said as a flag."""
    return place is Place.ADOBE and facts.rating == REJECTED and Mark.RATING in changes and Mark.FLAG not in changes


def _set(rating: int | None, facts: MarkFacts) -> list[Edit]:
    if facts.rating == rating and (rating is not None or RATING not in facts.present):
        return []
    return [SetSimple(RATING, None if rating is None else str(rating))]
