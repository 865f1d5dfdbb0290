"""The parts of a legend: each draws itself as a strip of a given width; a canvas stacks the strips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np

from scoring.frame import U8
from scoring.overlays.palette import BACKGROUND, MUTED, TEXT, Colour
from scoring.overlays.typeface import LABEL_PX, SMALL_PX, line_height_px, wrapped, write

HEADING_GAP_PX = 6
THUMBNAIL_PX = 300
"""A landscape photo fills the column; a portrait stays lower than the rest of the legend."""


class LegendPart(Protocol):
    """Anything that can draw itself on the canvas's background."""

    def drawn(self, width_px: int) -> U8:
        """(h, width_px, 3) uint8 sRGB, as high as it needs to be."""
        ...


@dataclass(frozen=True)
class Note:
    """A few words, wrapped."""

    text: str
    colour: Colour = MUTED
    size_px: int = SMALL_PX

    def drawn(self, width_px: int) -> U8:
        """As `LegendPart`."""
        lines = wrapped(self.text, self.size_px, width_px)
        strip = blank(width_px, max(1, len(lines) * line_height_px(self.size_px)))
        for row, line in enumerate(lines):
            write(strip, (0, row * line_height_px(self.size_px)), line, self.size_px, self.colour)
        return strip


@dataclass(frozen=True)
class Figure:
    """A picture of its own with a heading, reduced to the width where it is wider."""

    heading: str
    picture: U8
    highest_px: int = 460

    def drawn(self, width_px: int) -> U8:
        """As `LegendPart`."""
        height, width = self.picture.shape[:2]
        scale = min(1.0, width_px / width, self.highest_px / height)
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        shown = cv2.resize(self.picture, size, interpolation=cv2.INTER_AREA) if scale < 1.0 else self.picture
        strip = blank(width_px, shown.shape[0])
        strip[:, : shown.shape[1]] = shown
        return under_heading(self.heading, strip)


def thumbnail(photo: U8) -> Figure:
    """The photo itself, small: what an overlay covers."""
    return Figure("", photo, THUMBNAIL_PX)


def blank(width_px: int, height_px: int) -> U8:
    """An empty strip of canvas."""
    return np.full((height_px, width_px, 3), BACKGROUND, np.uint8)


def under_heading(heading: str, strip: U8) -> U8:
    """`strip` with a line of text above it; without one if `heading` is empty."""
    if not heading:
        return strip
    above = Note(heading, TEXT, LABEL_PX).drawn(strip.shape[1])
    return np.concatenate([above, blank(strip.shape[1], HEADING_GAP_PX), strip])


def stacked(strips: list[U8], width_px: int, gap_px: int) -> U8:
    """Strips of one width, one below the other; a strip of background if there are none."""
    if not strips:
        return blank(width_px, 1)
    spaced = [part for strip in strips for part in (strip, blank(width_px, gap_px))]
    return np.concatenate(spaced[:-1])
