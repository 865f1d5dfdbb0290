"""How large a photo is drawn in a box of cells."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

Size = tuple[int, int]
"""(width, height), or (columns, rows)."""


@dataclass(frozen=True, slots=True)
class Fit:
    """`size_px`: of the picture; `cells`: of the smallest box of cells around it."""

    size_px: Size
    cells: Size


def fit(photo_px: Size, box: Size, cell_px: Size) -> Fit:
    """The largest picture in the photo's shape that fits into `box` (columns, rows)."""
    room = (box[0] * cell_px[0], box[1] * cell_px[1])
    scale = min(room[0] / photo_px[0], room[1] / photo_px[1])
    size_px = (_within(photo_px[0] * scale, room[0]), _within(photo_px[1] * scale, room[1]))
    return Fit(size_px, (ceil(size_px[0] / cell_px[0]), ceil(size_px[1] / cell_px[1])))


def fit_in_cells(photo_px: Size, box: Size, cell_px: Size) -> Size:
    """(columns, rows) that come nearest to the photo's shape, for pictures whose pixels are cells."""
    exact = fit(photo_px, box, cell_px).size_px
    return _within(exact[0] / cell_px[0], box[0]), _within(exact[1] / cell_px[1], box[1])


def _within(length: float, most: int) -> int:
    return min(most, max(1, round(length)))
