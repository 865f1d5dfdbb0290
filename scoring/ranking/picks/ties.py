"""Which frames are as good as each other: gaps that a mere re-encoding could make, or that nobody sees, are none."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.ranking.picks.readings import FACTORS, Readings, compared_by, difference

TIE_BREAKERS = frozenset({"rating"})
"""Orders frames that tie and never parts them: it tells people's choice within a series hardly better than chance (42 % for 38 %,
NIMA on PhotoTriage)."""
RATED_APART = 1.0
"""A wider gap between mean ratings parts a tie all the same: what nothing else sees, a smear where focus abstains. Ratings within
one point of each other must not be compared (model card of `rating.biq2021`); a frame repeated strays by .15."""


def gaps(one: Readings, other: Readings) -> dict[str, float]:
    """Factor -> by how much `one` is better than `other`, where that is more than both readings stray and worth a word."""
    found = {name: difference(one, other, name) for name in FACTORS if name not in TIE_BREAKERS}
    return {name: gap for name, gap in found.items() if abs(gap) >= compared_by(one, other, name).least_gap}


def rated_apart(one: Readings, other: Readings) -> bool:
    """Whether `one` is rated clearly lower than `other`."""
    return difference(other, one, "rating") > RATED_APART


def tied_sets(readings: Sequence[Readings], order: Sequence[int]) -> list[list[int]]:
    """Frames in sets that tie, best first; `order`: their places, best first (`usable.in_order`).

    The best frame leads; with it tie all that differ from it, not from each other, in no factor by a gap. The best of the rest
    leads the next set, and so on: A ~ B and B ~ C with A > C gives {A, B}, {C}. A frame that is rated clearly lower than
    its leader is left to a later set.
    """
    left = list(order)
    sets = []
    while left:
        leader = _leader(readings, left)
        tied = [leader, *(index for index in left if index != leader and _ties(readings[leader], readings[index]))]
        sets.append(tied)
        left = [index for index in left if index not in tied]
    return sets


def _leader(readings: Sequence[Readings], left: Sequence[int]) -> int:
    """The first of those left, or who ties with it in all else and is rated clearly higher."""
    first = left[0]
    above = [index for index in left if not gaps(readings[first], readings[index])]
    above = [index for index in above if rated_apart(readings[first], readings[index])]
    return max(above, key=lambda index: readings[index]["rating"], default=first)


def _ties(leader: Readings, one: Readings) -> bool:
    return not gaps(leader, one) and not rated_apart(one, leader)
