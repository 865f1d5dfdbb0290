"""How noisy a photo is at full size, at mid-grey, and once it is reduced to two megapixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from scoring.assessors.noise_patches import PATCH_PX, PatchSigmas, measure_patches
from scoring.assessors.smooth_places import I64, TONE_OF_CODE, smooth_places
from scoring.assessors.usual_noise import MID_GREY_CODE
from scoring.frame import F32, U8, Frame
from scoring.quantile import median, quantiles

SMOOTHEST = 0.05
"""Texture only adds, so noise is what the smoothest patches show. The lowest 5 %: NTIA's S-Noise takes as many pixels;
of pure noise it reads 7 % low (a patch's sigma scatters by 4 %)."""
ALIKE = 1.5
"""Patches within this factor of the smoothest show the same noise (scatter explains 1.15 of it, tone the rest)."""
MIN_PATCHES = 20
"""So that the smoothest 5 % is a patch, not an accident."""
EVEN_SHARE = 10
"""Evenness is looked at in one patch of ten, the smoothest: the others hold edges, in noise as in texture."""
GRAINLESS_SIGMA = 0.1
"""Below the 0.29 that rounding to 8 bits alone leaves on any shading: drawn, or smoothed beyond telling."""
DRAWN_AT_MOST = 0.5
"""Up to half of the patches may be without grain and are left out: a border, a date, a blown sky that an editor greyed."""

SCREEN_PIXELS = 2_000_000
"""A photo seen whole on a screen: "visible at 2 megapixels" (issue "Factor assessors a photographer believes")."""
SCREEN_PATCHES = 64
"""Looked at reduced: the smoothest at full size; averaging that many windows of a 9-megapixel photo takes 0.6 ms."""
SCREEN_SMOOTHEST = 0.25
"""They are chosen already, so that a quarter of them shows the same noise."""

TONE_WIDTH = 24.0
"""How far from mid-grey a tone still tells of it, in codes: half a stop."""
TONE_SMOOTHEST = 0.1
"""Of the patches of one tone, of which there are fewer."""
PRIOR_PATCHES = 8.0
"""Patches at mid-grey that count as much as the reading over all tones; with fewer, that reading has the say."""
TEXTURE_FACTOR = 2.0
"""In an 8-bit sRGB picture photon noise is within a factor of two of itself from shadow to light; more is texture."""


@dataclass(frozen=True, slots=True)
class NoiseReading:
    """Standard deviations in 8-bit code values."""

    luma: float
    chroma: float
    seen: float
    """Luma and colour noise together, as ISO 12232 weighs them."""
    luma_mid_grey: float
    seen_at_2mp: float
    """As `seen`, after averaging down to 2 megapixels; `seen` itself where the picture has no more."""
    agreement: float
    """Share of the patches that show the same noise, in [0, 1]: the more, the surer it is noise and not texture."""
    unevenness: float
    """Largest over smallest variance of the quarters of a smooth patch, 1 and more: 1.5 .. 2.2 in noise, more in texture."""
    patches: int


def measure_noise(frame: Frame) -> NoiseReading | None:
    """Noise of `frame.rgb`; None where too few places are smooth, unclipped and large enough to show it."""
    rows, columns = smooth_places(frame.luma_halvings)
    patches = _without_drawn(measure_patches(frame.rgb, rows, columns))
    if len(patches.luma) < MIN_PATCHES:
        return None
    luma, seen = _floor(patches.luma), _floor(patches.seen)
    return NoiseReading(
        luma=luma,
        chroma=_floor(patches.chroma),
        seen=seen,
        luma_mid_grey=_at_mid_grey(patches.tone, patches.luma, luma),
        seen_at_2mp=_seen_at_2mp(frame.rgb, patches, rows, columns),
        agreement=float(np.count_nonzero(patches.seen <= ALIKE * seen)) / len(patches.luma),
        unevenness=_unevenness(patches),
        patches=len(patches.luma),
    )


def _floor(sigmas: F32, share: float = SMOOTHEST) -> float:
    return quantiles(sigmas, share)[0]


def _unevenness(patches: PatchSigmas) -> float:
    count = max(MIN_PATCHES, len(patches.seen) // EVEN_SHARE)
    smoothest = np.argpartition(patches.seen, count - 1)[:count]
    return median(patches.unevenness[smoothest])


def _without_drawn(patches: PatchSigmas) -> PatchSigmas:
    grainy = patches.seen >= GRAINLESS_SIGMA
    if np.count_nonzero(~grainy) > DRAWN_AT_MOST * len(grainy):
        return patches
    return patches.at(grainy)


def _at_mid_grey(tone: F32, sigma: F32, overall: float) -> float:
    """The smoothest patches of each tone, weighed by how close to mid-grey and how many they are, drawn towards `overall`.

    A tone with more than `TEXTURE_FACTOR` times the overall noise is texture and has no say.
    """
    total, count = PRIOR_PATCHES * overall, PRIOR_PATCHES
    bins = TONE_OF_CODE[tone.astype(np.uint8)]
    for one in np.flatnonzero(np.bincount(bins.ravel())):
        inside = bins == one
        floor = _floor(sigma[inside], TONE_SMOOTHEST)
        if floor <= TEXTURE_FACTOR * max(overall, GRAINLESS_SIGMA):
            off = (float(tone[inside].mean()) - MID_GREY_CODE) / TONE_WIDTH
            weight = float(np.count_nonzero(inside)) * math.exp(-0.5 * off * off)
            total, count = total + weight * floor, count + weight
    return total / count


def _seen_at_2mp(rgb: U8, patches: PatchSigmas, rows: I64, columns: I64) -> float:
    """Measured on averaged windows, for noise that a camera smoothed falls less than white noise would."""
    height, width = rgb.shape[:2]
    side_px = round(PATCH_PX * math.sqrt(max(1.0, height * width / SCREEN_PIXELS)))
    if side_px == PATCH_PX or min(height, width) < side_px:
        return _floor(patches.seen)
    smoothest = patches.where[np.argsort(patches.seen, kind="stable")[:SCREEN_PATCHES]]
    offset = (side_px - PATCH_PX) // 2
    top = np.clip(rows[smoothest] - offset, 0, height - side_px)
    left = np.clip(columns[smoothest] - offset, 0, width - side_px)
    reduced = measure_patches(rgb, top, left, side_px)
    return _floor(reduced.seen, SCREEN_SMOOTHEST) if len(reduced.luma) else _floor(patches.seen)
