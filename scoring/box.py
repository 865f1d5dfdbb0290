"""A box in a picture, and the pixels of a plane that lie in it."""

from __future__ import annotations

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 as shares of the picture's width and height."""


def rows_and_columns(box: Box, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """The part of an (h, w, ...) plane within the box, cut to the frame; one row and one column at least."""
    (left, right), (top, bottom) = _span(box[0], box[2], shape[1]), _span(box[1], box[3], shape[0])
    return slice(top, bottom), slice(left, right)


def _span(start: float, stop: float, length: int) -> tuple[int, int]:
    first = min(max(int(start * length), 0), length - 1)
    return first, max(first + 1, min(length, round(stop * length)))
