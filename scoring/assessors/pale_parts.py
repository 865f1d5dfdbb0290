"""The pale part of a photo: what may be snow, paper or a white wall, and how far it stays below white."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scoring.frame import F32, U8, extremes
from scoring.quantile import median
from scoring.ramp import ramp

PALE_SHARE_OF_BRIGHTEST = 0.5
"""Tones within a stop of the brightest percent: a white thing in even light, its shaded side included."""
NEUTRAL = (0.15, 0.08)
"""Median of (largest - smallest) / largest code value in that part, from which it is coloured and under which it is grey. Snow
under clouds 0.05, white paper 0.02 to 0.06, a clock's face 0.07, a green wall 0.13, a clear sky 0.2 and more. Of 64 pale BIQ2021
photos looked at, most under 0.1 show something white and most others do not."""
FILLS = (0.2, 0.4)
"""Share of the frame that the pale part takes where it, and not one lamp or cloud, sets the exposure; snow took 0.58."""
STEP = 2
"""Areas of a third of the frame are looked for: a quarter of the thumbnail's pixels moves their share by 0.01."""
GAP_EV = (1.6, 1.3)
"""From the frame's mid-tones to its brightest percent: snow 1.1, white things on white in the same photos 0.3 to 1.3, ordinary
camera photos 1.7 to 3.7. It is the same at every exposure."""
GREY_EV = (0.6, 0.9)
"""Below white: up to the first end texture in snow asks for it, from the second on it looks grey; snow that came out grey 0.97."""


@dataclass(frozen=True, slots=True)
class PaleParts:
    """`share` of the frame in [0, 1]; `neutral` in [0, 1], how much they look white or grey."""

    share: float
    neutral: float

    @property
    def look_white(self) -> float:
        """How much they look like something white that fills a good part of the frame, in [0, 1]."""
        return self.neutral * ramp(self.share, FILLS)


def is_greyed(below_white_ev: float, gap_ev: float) -> float:
    """How much the tones of a frame are those of something white that came out grey, in [0, 1].

    `below_white_ev`: from its brightest percent to white; `gap_ev`: from its mid-tones to its brightest percent.
    """
    return ramp(gap_ev, GAP_EV) * ramp(below_white_ev, GREY_EV)


NOTHING_PALE = PaleParts(0.0, 0.0)
"""Of a frame that is not looked at, for its tones leave nothing to find."""


def find_pale_parts(rgb: U8, luminance: F32) -> PaleParts:
    """(h, w, 3) uint8 sRGB, a photo seen small, and its relative luminance, (h, w); one pixel of four is looked at."""
    rgb, luminance = np.ascontiguousarray(rgb[::STEP, ::STEP]), luminance[::STEP, ::STEP]
    last = luminance.size - 1 - luminance.size // 100
    brightest = float(np.partition(luminance, last, axis=None)[last])
    pale = luminance >= PALE_SHARE_OF_BRIGHTEST * brightest
    largest, smallest = (plane[pale].astype(np.float32) for plane in extremes(*cv2.split(rgb)))
    saturation = median((largest - smallest) / np.maximum(largest, 1.0))
    return PaleParts(float(pale.mean()), ramp(saturation, NEUTRAL))
