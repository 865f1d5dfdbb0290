"""One face in a photo, as the face finder sees it: where it is, where its eyes are, and whether they are open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
"""(x, y) as shares of the picture's width and height."""


@dataclass(frozen=True, slots=True)
class Face:
    """`box`: x0, y0, x1, y1 as shares of width and height, not cut to the frame; `confidence` in [0, 1].

    `eyes`: right and left eye of the person. `eyes_open`: the probability that each is open, None where it cannot be told
    (too small, turned away, behind glasses).
    """

    box: tuple[float, float, float, float]
    confidence: float
    eyes: tuple[Point, Point]
    nose: Point
    mouth: tuple[Point, Point]
    eyes_open: tuple[float | None, float | None] = (None, None)

    @property
    def area(self) -> float:
        """Share of the picture that the box covers."""
        return (self.box[2] - self.box[0]) * (self.box[3] - self.box[1])


FindFaces = Callable[[npt.NDArray[np.uint8], npt.NDArray[np.uint8]], tuple[Face, ...]]
"""(H, W, 3) uint8 sRGB, upright, and a smaller copy of it -> its faces, the most prominent first.

The copy, because every photo has one already: making it anew from 9 megapixels costs as much as looking for faces in it.
"""
