"""Where something lies in a frame, in a photographer's words."""

from __future__ import annotations

ACROSS = ("left", "", "right")
DOWN = ("top", "", "bottom")
THIRD_REACH = 0.07
"""Distance from a third, in shares of the frame, that still reads as on it; under half the way to the middle."""
CENTRE_REACH = 0.1
"""Nearer to the middle than this in both directions is the middle."""

REACHES_ACROSS = 0.7
"""Share of the frame's width or height from which something reaches from one side to the other; a choice."""


def place_in_words(x: float, y: float) -> str:
    """(x, y) in [0, 1], from the top left -> "the centre", "the left", "the bottom", "the upper left"..., by thirds."""
    column, row = ACROSS[_third(x)], DOWN[_third(y)]
    if row and column:
        return f"the {'upper' if row == 'top' else 'lower'} {column}"
    return f"the {row or column or 'centre'}"


def extent_in_words(box: tuple[float, float, float, float]) -> str | None:
    """x0, y0, x1, y1 in [0, 1] -> "over most of the frame", "in a band across the middle", "in a band down the left"; None of what
    does not reach from one side to the other."""
    x0, y0, x1, y1 = box
    wide, high = x1 - x0 >= REACHES_ACROSS, y1 - y0 >= REACHES_ACROSS
    if wide and high:
        return "over most of the frame"
    if wide:
        return f"in a band across the {DOWN[_third((y0 + y1) / 2)] or 'middle'}"
    return f"in a band down the {ACROSS[_third((x0 + x1) / 2)] or 'middle'}" if high else None


def _third(share: float) -> int:
    return min(2, max(0, int(share * 3)))


def third_in_words(x: float, y: float, size: tuple[float, float] = (0.0, 0.0)) -> str | None:
    """(x, y) in [0, 1] -> "the upper left third", or one third and where along it: "the right third, at mid-height", "the lower
    third, centred from left to right"; None off the thirds and in the middle.

    `size`: width and height in [0, 1]; of what reaches from side to side it is not told where along the third it lies.
    """
    column, row = _on_third(x), _on_third(y)
    if (not column and not row) or (abs(x - 0.5) < CENTRE_REACH and abs(y - 0.5) < CENTRE_REACH):
        return None
    vertical = {"low": "upper", "high": "lower"}.get(row or "", "")
    horizontal = {"low": "left", "high": "right"}.get(column or "", "")
    third = " ".join(word for word in ("the", vertical, horizontal, "third") if word)
    if (column and row) or size[0 if row else 1] >= REACHES_ACROSS:
        return third
    along = x if row else y
    if abs(along - 0.5) < CENTRE_REACH:
        return f"{third}, {'centred from left to right' if row else 'at mid-height'}"
    return f"{third}, at the {(ACROSS if row else DOWN)[0 if along < 0.5 else 2]}"


def _on_third(share: float) -> str | None:
    if abs(share - 1 / 3) < THIRD_REACH:
        return "low"
    return "high" if abs(share - 2 / 3) < THIRD_REACH else None
