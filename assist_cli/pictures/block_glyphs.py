"""The block characters that split a cell into two colours, as masks of the samples they fill."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

DOWN, ACROSS = 8, 4
"""Samples of a cell: eighths of its height, quarters of its width, about square where a cell is twice as high as wide."""
SAMPLES = DOWN * ACROSS

HALF = "▀"
"""The character that every terminal and typeface has: two square pixels a cell."""
QUADRANTS = {
    "▘": (1, 0, 0, 0),
    "▝": (0, 1, 0, 0),
    "▖": (0, 0, 1, 0),
    "▗": (0, 0, 0, 1),
    "▚": (1, 0, 0, 1),
    "▌": (1, 0, 1, 0),
}
"""Unicode, Block Elements: upper left, upper right, lower left, lower right. The others are these with the colours swapped."""
LOWER_EIGHTHS = {"▁": 1, "▂": 2, "▃": 3, "▅": 5, "▆": 6, "▇": 7}
LEFT_QUARTERS = {"▎": 1, "▊": 3}

Masks = npt.NDArray[np.float32]


def _filled(glyph: str) -> Masks:
    cell = np.zeros((DOWN, ACROSS), np.float32)
    if glyph in QUADRANTS:
        quarters = np.array(QUADRANTS[glyph], np.float32).reshape(2, 2)
        return quarters.repeat(DOWN // 2, axis=0).repeat(ACROSS // 2, axis=1)
    if glyph in LOWER_EIGHTHS:
        cell[DOWN - LOWER_EIGHTHS[glyph] :] = 1.0
    elif glyph in LEFT_QUARTERS:
        cell[:, : LEFT_QUARTERS[glyph]] = 1.0
    else:
        cell[: DOWN // 2] = 1.0
    return cell


GLYPHS = np.array([HALF, *QUADRANTS, *LOWER_EIGHTHS, *LEFT_QUARTERS])
"""(15,) the upper half first."""
MASKS: Masks = np.stack([_filled(str(glyph)).ravel() for glyph in GLYPHS])
"""(15, 32) float32, 1 where the glyph's own colour is seen."""
EMPTY = " "
"""Where both colours are the same."""
