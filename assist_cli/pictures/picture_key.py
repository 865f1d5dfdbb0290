"""Names one picture: which photo, in how many cells, and what is to be seen of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

Box = tuple[float, float, float, float]
"""left, top, right, bottom as shares of the upright photo's width and height."""


class Overlay(StrEnum):
    """What can be drawn over a photo."""

    FOCUS = "focus"
    CLIPPING = "clipping"
    CROP = "crop"


@dataclass(frozen=True, slots=True)
class Zoom:
    """A part of the photo around `x`, `y` (shares of width and height); `scale`: photo pixels a screen pixel, 1 is 1:1.

    The pixels of a picture in block characters are the halves of its cells.
    """

    x: float
    y: float
    scale: float = 1.0

    def panned(self, seen: Box, right: float, down: float) -> Zoom:
        """Moved by shares of what is `seen` (`Prepared.seen`), no further than the photo's edge."""
        width, height = seen[2] - seen[0], seen[3] - seen[1]
        x = _clamped((seen[0] + seen[2]) / 2 + right * width, width / 2)
        y = _clamped((seen[1] + seen[3]) / 2 + down * height, height / 2)
        return replace(self, x=x, y=y)


@dataclass(frozen=True, slots=True)
class PictureKey:
    """`box`: (columns, rows) that the picture must fit into. The whole photo, a part of it, or an overlay of the whole."""

    path: Path
    box: tuple[int, int]
    zoom: Zoom | None = None
    overlay: Overlay | None = None

    def __post_init__(self) -> None:
        if min(self.box) < 1:
            raise ValueError(f"no picture fits into {self.box[0]} x {self.box[1]} cells")
        if self.zoom and self.overlay:
            raise ValueError("overlays show the whole photo: ask for a zoom or for an overlay")


def _clamped(middle: float, reach: float) -> float:
    return min(max(middle, reach), 1.0 - reach) if reach < 0.5 else 0.5
