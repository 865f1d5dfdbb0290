"""Which photos of a rated set are well exposed, so that what is done to them is the whole error."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.assessors.tones import cie_lightness
from scoring.clipping import BLOCKED_CODE, BLOWN_CODE
from scoring.luminance import relative_luminance

U8 = npt.NDArray[np.uint8]

MEDIAN_LIGHTNESS = (35.0, 65.0)
"""Median CIE L* of a well-exposed photo (issue "Factor assessors a photographer believes"): 50 is mid-grey."""
MOST_CLIPPED = 0.01
"""Blown to white in all channels, and black in all (same issue)."""


def is_well_exposed(rgb: U8) -> bool:
    """Whether (h, w, 3) uint8 sRGB has mid-tones in the middle and lost next to nothing to either end."""
    low, high = MEDIAN_LIGHTNESS
    median = float(np.median(cie_lightness(relative_luminance(rgb))))
    blown = float((rgb.min(axis=2) >= BLOWN_CODE).mean())
    blocked = float((rgb.max(axis=2) <= BLOCKED_CODE).mean())
    return low <= median <= high and blown < MOST_CLIPPED and blocked < MOST_CLIPPED


def better_half(mos: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """(N,) mean opinions -> (N,) True for the half that people liked better: a fault of exposure is rare there."""
    return np.asarray(mos >= np.median(mos), np.bool_)
