"""Contrast of a frame as a whole and from place to place, and how flat it looks where both are missing."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scoring.assessors.tones import cie_lightness
from scoring.frame import F32
from scoring.quantile import quantiles
from scoring.ramp import ramp

FLARE_LUMINANCE = 0.005
"""Light that a screen reflects in a room lit to look at photos (ISO 3664 asks for 0.5 % or less of its white): a tone under it
adds no contrast that anyone sees."""
ORDINARY_SPREAD_EV = 1.4
"""Median of 400 BIQ2021 photos; a tenth lie under 0.74, a tenth over 2.0."""
LOCAL_WINDOWS_PX = (3, 7, 15, 31)
"""Octaves of band-pass contrast in a picture of 192 px (Peli, "Contrast in complex images", 1990), means over squares: from the
finest detail seen in a thumbnail to a sixth of its width."""
FLAT_RANGE_EV = (4.5, 2.5)
"""From here down the tones span little; 90 % and 95 % of the same photos span more than that."""
FLAT_LOCAL = (2.6, 1.3)
"""... and here down places hardly stand out; three in four, and nineteen in twenty, do better."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Contrast of one photo, seen small."""

    spread_ev: float
    """Standard deviation of log2 luminance over the frame; rises with contrast, whatever the brightness."""
    range_ev: float
    """From the darkest to the brightest percent, with the flare of a screen: 7.7 at most."""
    local: float
    """Root mean square of four octaves of CIE lightness about their surroundings, averaged; in steps of 0..100."""
    median: float
    """Relative luminance."""

    @property
    def contrast_ev(self) -> float:
        """How much wider (+) or narrower (-) the tones are spread than in an ordinary photo."""
        return self.spread_ev - ORDINARY_SPREAD_EV

    @property
    def flatness(self) -> float:
        """0 = not flat, 1 = haze, fog or dull light: a low range and little that stands out in it."""
        return ramp(self.range_ev, FLAT_RANGE_EV) * ramp(self.local, FLAT_LOCAL)


def seen_ev(luminance: F32 | np.float32) -> F32:
    """Relative luminance -> log2 of it with a screen's flare, same shape; -7.6 (black) to 0 (white)."""
    return np.asarray(np.log2(luminance + np.float32(FLARE_LUMINANCE)), np.float32)


def measure_contrast(luminance: F32) -> Contrast:
    """(h, w) float32 relative luminance of a thumbnail -> its contrast."""
    darkest, median, brightest = quantiles(luminance, 0.01, 0.5, 0.99)
    range_ev = float(seen_ev(np.float32(brightest)) - seen_ev(np.float32(darkest)))
    return Contrast(_spread(seen_ev(luminance)), range_ev, _local_contrast(luminance), median)


def _local_contrast(luminance: F32) -> float:
    finer = cie_lightness(luminance)
    found = []
    for window_px in LOCAL_WINDOWS_PX:
        coarser = np.asarray(cv2.blur(finer, (window_px, window_px)), np.float32)
        found.append(_spread(finer - coarser))
        finer = coarser
    return float(np.mean(found))


def _spread(plane: F32) -> float:
    """(h, w) -> standard deviation."""
    return float(cv2.meanStdDev(plane)[1].item())
