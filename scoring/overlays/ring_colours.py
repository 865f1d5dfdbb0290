"""The twelve colours of a photo's hue ring: what each bin's own pixels look like, all equally light."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.hue_ring import DARKEST_LIGHTNESS, NEUTRAL_CHROMA, RING_BINS
from scoring.assessors.oklab import Oklch
from scoring.frame import U8
from scoring.overlays.oklab_colours import largest_chroma, srgb_of_oklch

LIGHTNESS = 0.66
"""Between the lightest blue and the darkest yellow that are still vivid in sRGB (0.45 and 0.97)."""
VIVIDNESS = 0.85
"""Share of the most chroma that sRGB can show."""
BIN_DEG = 360.0 / RING_BINS

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class RingColours:
    """`hue_deg`: (12,) mean hue of each bin, its middle where it is empty; `chroma`: (12,) what the ring shows it with."""

    hue_deg: F64
    chroma: F64

    @property
    def srgb(self) -> U8:
        """(12, 3) uint8."""
        lightness = np.full((1, RING_BINS), LIGHTNESS)
        return np.asarray(srgb_of_oklch(lightness, self.chroma[None], self.hue_deg[None])[0], np.uint8)


def ring_colours(seen: Oklch) -> RingColours:
    """The bins' colours in one photo: red is red there, and not the pink in the middle of its bin."""
    coloured = is_coloured(seen)
    hue, weight = seen.hue_deg[coloured].astype(np.float64), seen.chroma[coloured].astype(np.float64)
    bins = bin_of(hue)
    total, turned = (np.bincount(bins, amount, RING_BINS) for amount in (weight, weight * hue))
    # A bin's hues lie within 30 degrees, so that their plain mean is safe.
    middle = (np.arange(RING_BINS) + 0.5) * BIN_DEG
    mean = np.where(total > 0.0, turned / np.maximum(total, 1e-12), middle)
    return RingColours(mean, VIVIDNESS * largest_chroma(LIGHTNESS, mean))


def is_coloured(seen: Oklch) -> Mask:
    """(h, w) bool: what the colour assessor does not count as neutral."""
    return np.asarray((seen.chroma >= NEUTRAL_CHROMA) & (seen.lightness >= DARKEST_LIGHTNESS))


def bin_of(hue_deg: npt.NDArray[np.floating]) -> npt.NDArray[np.intp]:
    """Hues in degrees -> the ring's bins, 0 .. 11."""
    return np.asarray(np.floor(hue_deg / BIN_DEG), np.intp) % RING_BINS
