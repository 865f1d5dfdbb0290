"""Which hues a picture is made of: a ring of twelve, the dominant ones, and whether there is any colour at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.oklab import Oklch
from scoring.frame import F32

F64 = npt.NDArray[np.float64]

RING_BINS = 12
"""The twelve-hue ring of ICAA17K (Delegate Transformer, ICCV 2023), here of 30 degrees each from OKLab hue 0."""
DEGREES = 360
FINE_BINS = 36
"""Ten degrees each, so that a dominant hue is placed to within a third of a ring bin."""
TONES = 6
TONE_LIGHTNESS = (0.45, 0.62)
VIVID_CHROMA = 0.055
"""They part what is coloured in 16 camera photos into thirds and halves: dark, middling and light; pale and vivid."""
NEUTRAL_CHROMA = 0.02
"""OKLab chroma under which people see grey: about 8 in CIELAB, where hue is no longer named reliably."""
DARKEST_LIGHTNESS = 0.15
"""OKLab lightness of code value 10 in sRGB; below, rounding to 8 bits and JPEG make up the hue."""
DOMINANT_SHARE = 0.15
"""A hue is dominant when the 50 degrees around its peak hold this share of all colour."""
MAX_DOMINANT = 3
"""People name two or three colours of a picture (ICAA17K labels single colours and pairs)."""
NTH = 4
"""One pixel of four tells how light and how vivid a hue is on average, which only its name asks for."""
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
    by_tone: F64
    """(6, 360) chroma times area by tone and degree of hue, unscaled."""
    black_fraction: float = 0.0
    """Part of the frame that is too dark to show a hue."""

    @property
    def coloured_of_lit(self) -> float:
        """Part of what is not too dark that is not grey."""
        return self.coloured_fraction / max(1.0 - self.black_fraction, 1e-6)


def measure_hues(colour: Oklch) -> HueRing:
    """Hues weighted by chroma times area (a vivid square centimetre counts more than a pale one)."""
    black = float((colour.lightness < DARKEST_LIGHTNESS).mean())
    coloured = np.flatnonzero((colour.chroma >= NEUTRAL_CHROMA) & (colour.lightness >= DARKEST_LIGHTNESS))
    lightness, chroma = colour.lightness.ravel()[coloured], colour.chroma.ravel()[coloured]
    degree = colour.hue_deg.ravel()[coloured].astype(np.int64)
    degree[degree >= DEGREES] = 0
    tone = (lightness >= TONE_LIGHTNESS[0]).view(np.int8) + (lightness >= TONE_LIGHTNESS[1]).view(np.int8)
    vivid = (chroma >= VIVID_CHROMA).view(np.int8)
    tones = np.bincount(degree + DEGREES * (2 * tone + vivid).astype(np.int64), chroma, DEGREES * TONES)
    by_tone = np.asarray(tones.reshape(TONES, DEGREES), np.float64)
    by_degree = by_tone.sum(axis=0)
    total = float(by_degree.sum())
    if total == 0.0:
        return HueRing((0.0,) * RING_BINS, (), 0.0, by_tone, black)
    return HueRing(
        shares=tuple(float(share) for share in by_degree.reshape(RING_BINS, -1).sum(axis=1) / total),
        dominant=_dominant(by_degree / total, _means(degree[::NTH], lightness[::NTH], chroma[::NTH])),
        coloured_fraction=len(coloured) / colour.chroma.size,
        by_tone=by_tone,
        black_fraction=black,
    )


def _means(degree: npt.NDArray[np.int64], lightness: F32, chroma: F32) -> F64:
    """(3, 36) chroma, and lightness and chroma times it, summed over each fine bin."""
    bins = degree // (DEGREES // FINE_BINS)
    return np.stack([np.bincount(bins, one, FINE_BINS) for one in (chroma, chroma * lightness, chroma * chroma)])


def _dominant(by_degree: F64, means: F64) -> tuple[DominantHue, ...]:
    """`by_degree`: (360,) shares; `means`: (3, 36) as of `_means`."""
    left = by_degree.reshape(FINE_BINS, -1).sum(axis=1)
    found: list[DominantHue] = []
    while len(found) < MAX_DOMINANT:
        circle = np.concatenate([left[-PEAK_REACH:], left, left[:PEAK_REACH]])
        peak = int(np.argmax(np.convolve(circle, np.ones(2 * PEAK_REACH + 1), "valid")))
        members = (peak + np.arange(-PEAK_REACH, PEAK_REACH + 1)) % FINE_BINS
        members = members[left[members] > 0.0]
        share = float(left[members].sum())
        if share < DOMINANT_SHARE:
            break
        weight, lightness, chroma = (float(one) for one in means[:, members].sum(axis=1))
        lightness, chroma = lightness / max(weight, 1e-9), chroma / max(weight, 1e-9)
        found.append(DominantHue(_mean_hue_deg(by_degree, members), share, lightness, chroma))
        left[members] = 0.0
    return tuple(found)


def _mean_hue_deg(by_degree: F64, members: npt.NDArray[np.int64]) -> float:
    share = by_degree.reshape(FINE_BINS, -1)[members].ravel()
    angle = np.radians(np.arange(DEGREES).reshape(FINE_BINS, -1)[members].ravel() + 0.5)
    return float(np.degrees(np.arctan2(share @ np.sin(angle), share @ np.cos(angle)))) % 360.0
