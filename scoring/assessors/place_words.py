"""Where something lies in a frame, in a photographer's words."""

from __future__ import annotations

ACROSS = ("left", "", "right")
DOWN = ("top", "", "bottom")
THIRD_REACH = 0.07
"""Distance from a third, in shares of the frame, that still reads as on it; under half the way to the middle."""
CENTRE_REACH = 0.1
"""Nearer to the middle than this in both directions is the middle."""


def place_in_words(x: float, y: float) -> str:
    """(x, y) in [0, 1], from the top left -> "the centre", "the left", "the bottom", "the upper left"..., by thirds."""
    column, row = ACROSS[_third(x)], DOWN[_third(y)]
    if row and column:
        return f"the {'upper' if row == 'top' else 'lower'} {column}"
    return f"the {row or column or 'centre'}"


def _third(share: float) -> int:
    return min(2, max(0, int(share * 3)))


def third_in_words(x: float, y: float) -> str | None:
    """(x, y) in [0, 1] -> "the upper left third", "the right third", "the lower third"; None off the thirds and in the middle."""
    column, row = _on_third(x), _on_third(y)
    if (not column and not row) or (abs(x - 0.5) < CENTRE_REACH and abs(y - 0.5) < CENTRE_REACH):
        return None
    vertical = {"low": "upper", "high": "lower"}.get(row or "", "")
    horizontal = {"low": "left", "high": "right"}.get(column or "", "")
    return " ".join(word for word in ("the", vertical, horizontal, "third") if word)


def _on_third(share: float) -> str | None:
    if abs(share - 1 / 3) < THIRD_REACH:
        return "low"
    return "high" if abs(share - 2 / 3) < THIRD_REACH else None
