"""A box in a picture, its core, and the pixels of a plane that lie in it."""

from __future__ import annotations

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 as shares of the picture's width and height."""


CORE = 0.6
"""Of a box's width and height that lies within a thing of about any shape; its rim is half background."""


def scaled(box: Box, factor: float) -> Box:
    """The box with its width and height times `factor`, about the same middle; it may reach beyond the frame."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    across, down = factor * (box[2] - box[0]) / 2, factor * (box[3] - box[1]) / 2
    return x - across, y - down, x + across, y + down


def rows_and_columns(box: Box, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """The part of an (h, w, ...) plane within the box, cut to the frame; one row and one column at least."""
    (left, right), (top, bottom) = _span(box[0], box[2], shape[1]), _span(box[1], box[3], shape[0])
    return slice(top, bottom), slice(left, right)


def _span(start: float, stop: float, length: int) -> tuple[int, int]:
    first = min(max(int(start * length), 0), length - 1)
    return first, max(first + 1, min(length, round(stop * length)))
