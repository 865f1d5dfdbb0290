"""A score as stars, the same on screen and in sidecars."""

from __future__ import annotations

STARS = 5


def printed_score(score: float) -> int:
    """The whole number that stands beside the stars, for a score in [0, 100]."""
    return round(score)


def star_count(score: float) -> int:
    """1..5 stars for a score in [0, 100], from the number that is printed: 2 from 30, 3 from 50, 4 from 70, 5 from 90.

    Never none, because editors read no star as "not rated".
    """
    # In whole numbers, so that every half rounds up; `round` would take 50 down and 70 up.
    return max(1, (printed_score(score) + 10) * STARS // 100)
