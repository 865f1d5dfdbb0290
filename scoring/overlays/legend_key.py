"""A key: one row a colour or pattern, with its meaning and, where it has one, its share of the photo."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scoring.frame import U8
from scoring.overlays.legend import blank, under_heading
from scoring.overlays.marks import outline
from scoring.overlays.palette import MUTED, RULE, TEXT, Colour
from scoring.overlays.typeface import LABEL_PX, text_width_px, wrapped, write
from scoring.percent import percent

SWATCH_PX = (44, 26)
"""Width and height: enough for a pattern to repeat."""
OUTLINE_GROUND: Colour = (58, 58, 58)
"""Under outlines: a dimmed photo, lighter than the canvas, so that the casing of a line is seen."""
ROW_PX = 34
GAP_PX = 12
BAR_PX = 70
"""Width of a full share bar."""
WIDEST = "< 0.1 %"
"""Of all shares told."""


@dataclass(frozen=True)
class KeyRow:
    """`swatch`: (26, 44, 3) uint8, exactly as in the picture, or None; `share`: of the photo in [0, 1], or None."""

    swatch: U8 | None
    meaning: str
    share: float | None = None


@dataclass(frozen=True)
class Key:
    """Rows under a heading; with `bars`, shares are drawn as well as told."""

    heading: str
    rows: tuple[KeyRow, ...]
    bars: bool = False

    def drawn(self, width_px: int) -> U8:
        """As `LegendPart`."""
        return under_heading(self.heading, np.concatenate([self._row(row, width_px) for row in self.rows]))

    def _row(self, row: KeyRow, width_px: int) -> U8:
        told = "" if row.share is None else percent(row.share)
        left, right = 0 if row.swatch is None else SWATCH_PX[0] + GAP_PX, width_px - text_width_px(told, LABEL_PX)
        bar = BAR_PX + GAP_PX if self.bars else 0
        lines = wrapped(row.meaning, LABEL_PX, right - left - bar - GAP_PX)
        strip = blank(width_px, max(ROW_PX, 8 + 26 * len(lines)))
        if row.swatch is not None:
            strip[4 : 4 + SWATCH_PX[1], : SWATCH_PX[0]] = row.swatch
        for number, line in enumerate(lines):
            write(strip, (left, 4 + 26 * number), line, LABEL_PX, TEXT)
        write(strip, (right, 4), told, LABEL_PX, TEXT if row.share else MUTED)
        if self.bars and row.share is not None:
            _bar(strip, width_px - text_width_px(WIDEST, LABEL_PX) - GAP_PX - BAR_PX, row.share)
        return strip


def plain_swatch(colour: Colour) -> U8:
    """A swatch of one colour."""
    return np.full((SWATCH_PX[1], SWATCH_PX[0], 3), colour, np.uint8)


def outlined_swatch(colour: Colour, *, dashed: bool = False) -> U8:
    """A swatch of a box drawn in `colour`, as on a photo."""
    swatch = plain_swatch(OUTLINE_GROUND)
    outline(swatch, (4.0, 4.0, swatch.shape[1] - 5.0, swatch.shape[0] - 5.0), colour, dashed=dashed)
    return swatch


def _bar(strip: U8, x: int, share: float) -> None:
    cv2.rectangle(strip, (x, 12), (x + BAR_PX - 1, 21), RULE, -1)
    if share > 0.0:
        cv2.rectangle(strip, (x, 12), (x + max(1, round(share * BAR_PX)) - 1, 21), MUTED, -1)
