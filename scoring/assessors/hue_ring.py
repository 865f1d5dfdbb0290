"""Which hues a picture is made of: a ring of twelve, the dominant ones, and whether there is any colour at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.oklab import Oklch
from scoring.frame import F32

RING_BINS = 12
"""The twelve-hue ring of ICAA17K (Delegate Transformer, ICCV 2023), here of 30 degrees each from OKLab hue 0."""
FINE_BINS = 36
"""Ten degrees each, so that a dominant hue is placed to within a third of a ring bin."""
NEUTRAL_CHROMA = 0.02
"""OKLab chroma under which people see grey: about 8 in CIELAB, where hue is no longer named reliably."""
DARKEST_LIGHTNESS = 0.15
"""OKLab lightness of code value 10 in sRGB; below, rounding to 8 bits and JPEG make up the hue."""
DOMINANT_SHARE = 0.15
"""A hue is dominant when the 50 degrees around its peak hold this share of all colour."""
MAX_DOMINANT = 3
"""People name two or three colours of a picture (ICAA17K labels single colours and pairs)."""
PEAK_REACH = 2
"""Fine bins on either side that belong to a peak."""


@dataclass(frozen=True, slots=True)
class DominantHue:
    """One of the hues that a picture is made of."""

    hue_deg: float
    share: float
    """Of all colour (chroma times area), in [0, 1]."""
    lightness: float
    chroma: float


@dataclass(frozen=True, slots=True)
class HueRing:
    """How colour is spread over hue."""

    shares: tuple[float, ...]
    """Twelve, from OKLab hue 0 on; they sum to 1, or to 0 where all is grey."""
    dominant: tuple[DominantHue, ...]
    """Strongest first; at most three."""
    coloured_fraction: float
    """Part of the frame that is not grey."""


def measure_hues(colour: Oklch) -> HueRing:
    """Hues weighted by chroma times area (a vivid square centimetre counts more than a pale one)."""
    coloured = (colour.chroma >= NEUTRAL_CHROMA) & (colour.lightness >= DARKEST_LIGHTNESS)
    picked = Oklch(colour.lightness[coloured], colour.chroma[coloured], colour.hue_deg[coloured])
    bins = (picked.hue_deg * (FINE_BINS / 360.0)).astype(np.int64) % FINE_BINS
    fine = np.bincount(bins, picked.chroma, FINE_BINS)
    total = float(fine.sum())
    if total == 0.0:
        return HueRing((0.0,) * RING_BINS, (), 0.0)
    ring = fine.reshape(RING_BINS, -1).sum(axis=1) / total
    return HueRing(
        shares=tuple(float(share) for share in ring),
        dominant=_dominant(fine / total, bins, picked),
        coloured_fraction=float(coloured.mean()),
    )


def _dominant(fine: npt.NDArray[np.float64], bins: npt.NDArray[np.int64], colour: Oklch) -> tuple[DominantHue, ...]:
    left = fine.copy()
    found: list[DominantHue] = []
    while len(found) < MAX_DOMINANT:
        around = sum(np.roll(left, shift) for shift in range(-PEAK_REACH, PEAK_REACH + 1))
        peak = int(np.argmax(around))
        members = (peak + np.arange(-PEAK_REACH, PEAK_REACH + 1)) % FINE_BINS
        share = float(left[members].sum())
        if share < DOMINANT_SHARE:
            break
        found.append(_describe(np.isin(bins, members[left[members] > 0.0]), share, colour))
        left[members] = 0.0
    return tuple(found)


def _describe(member: npt.NDArray[np.bool_], share: float, colour: Oklch) -> DominantHue:
    weight = colour.chroma[member]
    angle = np.radians(colour.hue_deg[member])
    mean_hue = np.degrees(np.arctan2((weight * np.sin(angle)).sum(), (weight * np.cos(angle)).sum())) % 360.0
    return DominantHue(float(mean_hue), share, _mean(colour.lightness[member], weight), _mean(weight, weight))


def _mean(numbers: F32, weight: F32) -> float:
    return float(np.average(numbers, weights=weight))
