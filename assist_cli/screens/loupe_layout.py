"""How the loupe shares out a screen of any size: the photo gets most, and what has no room is left out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LoupeLayout:
    """Cells; 0: not shown."""

    panel: int
    strip: int
    gap: int
    """Above the strip."""
    headline: int


PANELS = ((150, 46), (120, 40), (96, 34), (72, 28))
STRIPS = ((44, 9), (34, 7), (22, 5), (12, 1))
"""From so many columns, or rows, of the screen on, so many for it; choices, looked at in 80 x 24, 100 x 30 and 160 x 48."""
GAP_FROM = 40
"""Rows of the screen from which the photo does not touch the strip below it; a choice."""
TILE_SHAPE = 3.0
"""Columns of a picture a row of it: 3:2 in cells that are twice as high as wide."""


TWO_LINES_FROM = 12
"""Rows of the screen; a choice: below, the photo needs each of them."""


def status_rows(height: int) -> int:
    """How many lines the foot has on a screen of so many."""
    return 2 if height >= TWO_LINES_FROM else 1


def loupe_layout(width: int, height: int) -> LoupeLayout:
    """For a screen of so many cells."""
    panel = _step(PANELS, width)
    return LoupeLayout(panel, _step(STRIPS, height), int(height >= GAP_FROM), 0 if panel or height < 4 else 1)


def picture_box(width: int, height: int) -> tuple[int, int]:
    """(columns, rows) that are left for the photo; less than 1 where there is no room."""
    layout = loupe_layout(width, height)
    return width - layout.panel, height - layout.strip - layout.gap - layout.headline - status_rows(height)


def strip_tile(strip: int) -> tuple[int, int]:
    """(columns, rows) of a tile in a strip of so many rows, its caption among them."""
    return (14, 1) if strip == 1 else (round((strip - 1) * TILE_SHAPE) + 2, strip)


def _step(steps: tuple[tuple[int, int], ...], cells: int) -> int:
    return next((share for start, share in steps if cells >= start), 0)
