"""Which frames are as good as each other: gaps that a mere re-encoding could make, or that nobody sees, are none."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.ranking.picks.readings import FACTORS, Readings, compared_by, difference

TIE_BREAKERS = frozenset({"rating"})
"""Orders frames that tie and never parts them: it tells people's choice within a series hardly better than chance (42 % for 38 %,
NIMA on PhotoTriage)."""


def gaps(one: Readings, other: Readings) -> dict[str, float]:
    """Factor -> by how much `one` is better than `other`, where that is more than both readings stray and worth a word."""
    found = {name: difference(one, other, name) for name in FACTORS if name not in TIE_BREAKERS}
    return {name: gap for name, gap in found.items() if abs(gap) >= compared_by(one, other, name).least_gap}


def tied_sets(readings: Sequence[Readings], standings: Sequence[float]) -> list[list[int]]:
    """Frames, best first, in sets that tie.

    The best frame leads; with it tie all that differ from it, not from each other, in no factor by a gap. The best of the rest
    leads the next set, and so on: A ~ B and B ~ C with A > C gives {A, B}, {C}. Frames of equal standing keep their order in time.
    """
    left = sorted(range(len(readings)), key=lambda index: (-standings[index], index))
    sets = []
    while left:
        leader = left[0]
        tied = [index for index in left if not gaps(readings[leader], readings[index])]
        sets.append(tied)
        left = [index for index in left if index not in tied]
    return sets
