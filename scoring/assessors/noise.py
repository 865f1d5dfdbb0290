"""Noise: how much the smoothest patches vary at native resolution, in luma and in colour."""

from __future__ import annotations

import math

import numpy as np

from index.photo.record import PixelSource
from scoring.assessment import Assessment, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.noise_patches import PatchSigmas, measure_patches
from scoring.assessors.noise_words import CLEAN, NOISY, SLIGHTLY_NOISY, UNCLEAR, explain, explain_abstention
from scoring.frame import F32, Frame

SMOOTHEST = 0.05
"""Texture only adds, so noise is what the smoothest patches show. The lowest 5 %: NTIA's S-Noise takes as many pixels;
of pure noise it reads 7 % low (a patch's sigma scatters by 4 %)."""
ALIKE = 1.5
"""Patches within this factor of the smoothest show the same noise (scatter explains 1.15 of it, tone the rest)."""
MIN_PATCHES = 20
"""So that the smoothest 5 % is a patch, not an accident."""

RED_DIFFERENCE_COST = 0.279 / 0.713**2
BLUE_DIFFERENCE_COST = 0.088 / 0.564**2
"""Weight of colour noise beside luma noise: ISO 12232's for R-Y and B-Y, with Cr = 0.713 (R-Y), Cb = 0.564 (B-Y)."""

MID_GREY_CODE = 118.0
"""18 % grey in sRGB (IEC 61966-2-1)."""
SLOPE_AT_MID_GREY = 2.2
"""Relative luminance change for a relative code change there, to within 3 % (exponent of the same curve)."""
EXCELLENT_SNR, ACCEPTABLE_SNR = 40.0, 10.0
"""Signal to noise of "first excellent" and "first acceptable" pictures at mid-grey (ISO 12232)."""
EXCELLENT_VALUE, ACCEPTABLE_VALUE = 0.9, 0.5
"""What we call these two; the curve between and beyond is a logistic in log sigma through both."""
CLEAN_SNR = math.sqrt(EXCELLENT_SNR * ACCEPTABLE_SNR)
"""Half way between the two, in stops: above it grain is not worth a word."""

SURE = 0.9
AGREEING = (0.10, 0.50)
"""Share of patches alike. Measured: skies, fog and walls 0.5 .. 0.9; leaves, water and brick 0.1 .. 0.25."""
LEAST_SURE = 0.1
"""Of `SURE`, where all is texture: the reading is still an upper bound."""
UNSURE = 0.5
"""Of `SURE`: under it a high reading is not called noise."""
SEEN_THROUGH = {PixelSource.FULL: 1.0, PixelSource.EMBEDDED_PREVIEW: 0.5, PixelSource.HALF_SIZE_DEVELOPMENT: 0.6}
"""A preview was denoised and scaled down; averaging 2 x 2 pixels halves white noise."""
GRAINLESS_SIGMA = 0.1
"""Below the 0.29 that rounding to 8 bits alone leaves on any shading: drawn, or smoothed beyond telling."""
GRAINLESS_SURE = 0.3


def assess(frame: Frame) -> Assessment:
    """Noise of `frame.rgb`. Abstains where too little is smooth, unclipped and large enough to show it."""
    patches = measure_patches(frame.rgb)
    if len(patches.luma) < MIN_PATCHES:
        return cannot_judge(
            explain_abstention(patches.cut, MIN_PATCHES),
            {"usable_patches": len(patches.luma), "sigma_luma": None, "sigma_chroma": None},
        )
    luma = _smoothest(patches.luma)
    chroma = _smoothest(np.hypot(patches.red_difference, patches.blue_difference)) / math.sqrt(2.0)
    both = _seen(patches)
    seen = _smoothest(both)
    agreement = float(np.count_nonzero(both <= ALIKE * seen)) / len(both)
    confidence = _confidence(seen, agreement, frame.pixel_source)
    level = _level(seen, trusted=confidence >= UNSURE * SURE * SEEN_THROUGH[frame.pixel_source])
    return Assessment(
        value=_value(seen),
        confidence=confidence,
        level=level,
        reasons=explain(level, luma, chroma, frame),
        evidence={
            "sigma_luma": round(luma, 4),
            "sigma_chroma": round(chroma, 4),
            "sigma_seen": round(seen, 4),
            "sigma_unit": "8-bit code values at native resolution",
            "agreeing_patches": round(agreement, 4),
            "usable_patches": len(patches.luma),
        },
    )


def _smoothest(sigmas: F32) -> float:
    return float(np.quantile(sigmas, SMOOTHEST))


def _seen(patches: PatchSigmas) -> F32:
    colour = RED_DIFFERENCE_COST * patches.red_difference**2 + BLUE_DIFFERENCE_COST * patches.blue_difference**2
    return np.asarray(np.sqrt(patches.luma**2 + colour), np.float32)


def _snr(sigma: float) -> float:
    return MID_GREY_CODE / (SLOPE_AT_MID_GREY * max(sigma, 1e-9))


def _value(sigma: float) -> float:
    """Strictly falling: 0.9 at ISO's excellent, 0.5 at its acceptable signal to noise."""
    odds = EXCELLENT_VALUE / (1.0 - EXCELLENT_VALUE)
    power = math.log(odds) / math.log(EXCELLENT_SNR / ACCEPTABLE_SNR)
    return 1.0 / (1.0 + math.pow(ACCEPTABLE_SNR / _snr(sigma), power))


def _level(sigma: float, *, trusted: bool) -> str:
    snr = _snr(sigma)
    if snr >= CLEAN_SNR:
        return CLEAN
    if not trusted:
        return UNCLEAR
    return SLIGHTLY_NOISY if snr >= ACCEPTABLE_SNR else NOISY


def _confidence(sigma: float, agreement: float, source: PixelSource) -> float:
    """A low reading is safe, for texture only adds; a high one needs patches that agree."""
    if sigma < GRAINLESS_SIGMA:
        return GRAINLESS_SURE * SEEN_THROUGH[source]
    low = float(np.interp(_value(sigma), (ACCEPTABLE_VALUE, EXCELLENT_VALUE), (0.0, 1.0)))
    agreeing = float(np.interp(agreement, AGREEING, (0.0, 1.0)))
    return SURE * max(LEAST_SURE, low, agreeing) * SEEN_THROUGH[source]


ASSESSOR = Assessor(
    name="noise",
    version=2,
    assess=assess,
    source="sigma of the smoothest patches (NTIA Sawatch S-Noise; Liu, Tanaka and Okutomi, IEEE TIP 2013), weighed and "
    "graded as ISO 12232 does; three levels of ITU-T F.740.4 (09/2023)",
)
