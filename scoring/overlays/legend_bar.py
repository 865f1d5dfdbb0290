"""A colour bar: a continuous scale with a few of its values named below it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scoring.frame import U8
from scoring.overlays.colour_scales import coloured
from scoring.overlays.legend import blank, under_heading
from scoring.overlays.palette import TEXT
from scoring.overlays.typeface import SMALL_PX, line_height_px, text_width_px, write

BAR_PX = 26
TICK_PX = 6


@dataclass(frozen=True)
class ColourBar:
    """`scale`: (256, 3) uint8; `ticks`: place in [0, 1] and name, from left to right."""

    heading: str
    scale: U8
    ticks: tuple[tuple[float, str], ...]

    def drawn(self, width_px: int) -> U8:
        """As `LegendPart`."""
        strip = blank(width_px, BAR_PX + TICK_PX + line_height_px(SMALL_PX))
        strip[:BAR_PX] = coloured(np.linspace(0.0, 1.0, width_px), self.scale)
        for place, name in self.ticks:
            x = round(place * (width_px - 1))
            cv2.line(strip, (x, BAR_PX), (x, BAR_PX + TICK_PX - 1), TEXT, 1)
            width = text_width_px(name, SMALL_PX)
            left = int(np.clip(x - width / 2, 0, max(0, width_px - width)))
            write(strip, (left, BAR_PX + TICK_PX), name, SMALL_PX, TEXT)
        return under_heading(self.heading, strip)
