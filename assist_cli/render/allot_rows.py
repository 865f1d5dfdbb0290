"""Shares the rows of a screen among its parts: what matters most is there first, then each grows in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

AIRY = 16
"""Rows from which on parts are set apart by an empty one; a choice."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Rows that a part needs, and with how many it would do best. Between `least` and `useful` more are of no use to it."""

    least: int
    most: int
    useful: int = 0
    """From how many on it looks different; 0: each counts."""


def allot(rows: int, wishes: Sequence[Wish]) -> tuple[list[int], int]:
    """For each wish, the most important first, its rows; and how many stand empty between two parts (0 or 1)."""
    shown = sum(wish.least > 0 for wish in wishes)
    gap = int(rows >= AIRY)
    left = rows - gap * max(0, shown - 1)
    given = []
    for wish in wishes:
        given.append(min(wish.least, max(0, left)))
        left -= given[-1]
    for place, wish in enumerate(wishes):
        # A part that had none needs the gap above it too.
        price = 0 if given[place] else gap
        more = min(wish.most - given[place], left - price)
        if more > 0 and given[place] + more >= wish.useful:
            given[place] += more
            left -= more + price
    return given, gap
