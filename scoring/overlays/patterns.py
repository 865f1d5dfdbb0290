"""Two-tone patterns that mark areas: told apart by their direction even without colour, and visible on single pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.frame import U8
from scoring.overlays.legend_key import SWATCH_PX
from scoring.overlays.palette import Colour

PERIOD_PX, STRIPE_PX = 10, 3
"""Zebra of cameras: stripes fine enough for small areas, coarse enough to be seen as stripes on a laptop."""


@dataclass(frozen=True)
class Pattern:
    """`slant`: 1 rises to the right, -1 falls to the right."""

    ground: Colour
    stripe: Colour
    slant: int

    def over(self, height_px: int, width_px: int) -> U8:
        """(height_px, width_px, 3) uint8 of it, from the top left corner."""
        on_stripe = self.on_stripe(height_px, width_px)[..., None]
        return np.where(on_stripe, np.array(self.stripe, np.uint8), np.array(self.ground, np.uint8))

    def on_stripe(self, height_px: int, width_px: int) -> npt.NDArray[np.bool_]:
        """(height_px, width_px) bool: which pixels belong to a stripe."""
        rows, cols = np.arange(height_px)[:, None], np.arange(width_px)[None]
        return np.asarray((cols + self.slant * rows) % PERIOD_PX < STRIPE_PX)

    def fill(self, picture: U8, area: npt.NDArray[np.bool_]) -> None:
        """Lay it over the (h, w) bool `area` of `picture`."""
        picture[area] = self.over(*picture.shape[:2])[area]

    def swatch(self) -> U8:
        """A piece of it for a key."""
        return self.over(SWATCH_PX[1], SWATCH_PX[0])
