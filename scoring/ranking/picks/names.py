"""File names in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

MOST_NAMED = 2
"""More frames are counted: a list of names is no reason."""


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A and 3 others`."""
    if len(names) <= MOST_NAMED:
        return " and ".join(names)
    return f"{names[0]} and {len(names) - 1} others"
