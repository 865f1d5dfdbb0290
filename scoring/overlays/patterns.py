"""Two-tone patterns that mark areas: told apart by their direction even without colour, and visible on single pixels.

One of them, faint, says that a map has nothing to tell there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.frame import U8
from scoring.overlays.base_picture import grey
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


NOTHING_TO_TELL = Pattern((52, 52, 52), (150, 150, 150), 1)
"""Neutral, as no colour of a scale is, and dark, so that what can be told stands out."""
GROUND = (20, 120)
"""Code values of the greyed photo under it: darker than the colours beside it."""
OPACITY = 0.3
"""Faint, so that the photo is seen through it."""


def nothing_to_tell(photo: U8) -> U8:
    """(h, w, 3) uint8 -> the photo in dark grey under a faint hatching: here a map says nothing."""
    hatched = grey(photo, *GROUND)
    _hatch(hatched)
    return hatched


def nothing_to_tell_swatch() -> U8:
    """A piece of it for a key."""
    swatch = np.full((SWATCH_PX[1], SWATCH_PX[0], 3), NOTHING_TO_TELL.ground, np.uint8)
    _hatch(swatch)
    return swatch


def _hatch(picture: U8) -> None:
    on_line, ink = NOTHING_TO_TELL.on_stripe(*picture.shape[:2]), np.array(NOTHING_TO_TELL.stripe)
    picture[on_line] = np.rint(picture[on_line] * (1.0 - OPACITY) + ink * OPACITY)
