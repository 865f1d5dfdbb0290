"""How bright a frame is, in EV: its mid-tones, its lit part, and how far its tones reach."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from scoring.frame import BT709_LUMINANCE, F32, Frame
from scoring.luminance import MID_GREY_LUMINANCE
from scoring.quantile import quantiles
from scoring.srgb import SRGB_TO_LINEAR

LIT_PART_EV = 1.0
"""Where the light of a well-exposed photo lies above mid-grey; 13 ordinary camera photos measured 0.7 .. 1.8 EV, and
low-contrast ones about 0.9."""

SAMPLE_LONG_EDGE_PX = 192
"""Tones need no more pixels: against all working pixels the mid-tones of 16 camera photos moved by at most 0.02 EV."""

DARKEST_LUMINANCE = 1e-5
"""Keeps a black frame finite (-14 EV); far under the darkest 8-bit code value, 3e-4 (IEC 61966-2-1)."""

WHITE_EV = math.log2(1.0 / MID_GREY_LUMINANCE)
"""White above mid-grey."""

CIE_EPSILON = 216 / 24389
"""Luminance under which CIE lightness is linear (CIE 15:2018)."""
CIE_KAPPA = 24389 / 27
"""Slope of that line (CIE 15:2018)."""

DEEP_SHADOW_LUMINANCE = MID_GREY_LUMINANCE / 2**5
"""Zone 0, five stops under mid-grey: prints as black (Adams, The Negative, 1981)."""


@dataclass(frozen=True, slots=True)
class Tones:
    """Brightness in EV from where a well-exposed photo has it; negative = darker."""

    mid_ev: float
    """Of the grey whose CIE lightness is the frame's mean lightness. Rises with exposure: no pixel is left out."""
    lit_ev: float
    """Of the part that the light comes from: log mean of the brightest channel, weighted by itself."""
    range_ev: float
    """From the darkest to the brightest percent of the frame."""
    brightest_ev: float
    """Of the brightest percent, in its brightest channel, above mid-grey: 2.5 is white."""
    deep_shadow_fraction: float
    """Part of the frame five stops or more under mid-grey."""


def measure_tones(frame: Frame) -> Tones:
    """Tones of the working image, on a fixed grid of at most 192 pixels along the long edge."""
    height, width = frame.working.shape[:2]
    step = max(1, -(-max(height, width) // SAMPLE_LONG_EDGE_PX))
    sample = np.ascontiguousarray(frame.working[::step, ::step])
    red, green, blue = (np.ravel(cv2.LUT(channel, SRGB_TO_LINEAR)) for channel in cv2.split(sample))
    luminance = BT709_LUMINANCE[0] * red + BT709_LUMINANCE[1] * green + BT709_LUMINANCE[2] * blue
    brightest_channel = np.maximum(np.maximum(red, green), blue)
    darkest, brightest = quantiles(luminance, 0.01, 0.99)
    return Tones(
        mid_ev=mean_lightness_ev(luminance),
        lit_ev=_lit_ev(brightest_channel),
        range_ev=ev_of(brightest) - ev_of(darkest),
        brightest_ev=ev_of(quantiles(brightest_channel, 0.99)[0]),
        deep_shadow_fraction=float((luminance < DEEP_SHADOW_LUMINANCE).mean()),
    )


def cie_lightness(luminance: F32) -> F32:
    """Relative luminance in [0, 1] -> CIE 1976 lightness L* in [0, 100] (CIE 15:2018), same shape."""
    # numpy's cube root takes eight times as long, and differs in the seventh digit.
    curve = 116.0 * np.asarray(cv2.pow(luminance, 1 / 3), np.float32).reshape(luminance.shape) - 16.0
    return np.where(luminance > CIE_EPSILON, curve, CIE_KAPPA * luminance)


def mean_lightness_ev(luminance: F32, weights: F32 | None = None) -> float:
    """Relative luminance of pixels, any shape -> EV above mid-grey of the grey that is as light as they are on average.

    `weights` of the same shape, not all 0. Of no pixels at all: of white.
    """
    if luminance.size == 0:
        return ev_of(1.0)
    lightness = float(np.average(cie_lightness(luminance).astype(np.float64), weights=weights))
    knee = CIE_KAPPA * CIE_EPSILON
    return ev_of(((lightness + 16.0) / 116.0) ** 3 if lightness > knee else lightness / CIE_KAPPA)


def _lit_ev(brightest_channel: F32) -> float:
    # Weighting light by itself ignores black surroundings, and shifts by exactly one EV when the exposure does.
    total = float(brightest_channel.sum(dtype=np.float64))
    if total == 0.0:
        return ev_of(0.0) - LIT_PART_EV
    log_level = np.log2(np.maximum(brightest_channel, SRGB_TO_LINEAR[1]) / MID_GREY_LUMINANCE)
    return float((brightest_channel * log_level).sum(dtype=np.float64)) / total - LIT_PART_EV


def ev_of(luminance: float) -> float:
    """Relative luminance -> EV above mid-grey; -14 for black."""
    return float(np.log2(max(luminance, DARKEST_LUMINANCE) / MID_GREY_LUMINANCE))
