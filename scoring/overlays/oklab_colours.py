"""From OKLab lightness, chroma and hue back to screen colours."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.oklab import LMS_TO_LAB, RGB_TO_LMS
from scoring.frame import U8

LAB_TO_LMS = np.linalg.inv(LMS_TO_LAB.astype(np.float64))
LMS_TO_RGB = np.linalg.inv(RGB_TO_LMS.astype(np.float64))
CHROMAS = np.linspace(0.0, 0.33, 166)
"""Steps of 0.002 up to the most that sRGB holds (blue: 0.31)."""

ROUNDING = 1e-3
"""In linear light, three 8-bit steps near black: sRGB bulges inwards by as much along the hue of its blue corner."""

F64 = npt.NDArray[np.float64]
Plane = npt.NDArray[np.floating]


def srgb_of_oklch(lightness: Plane, chroma: Plane, hue_deg: Plane) -> U8:
    """(h, w) lightness in [0, 1], chroma, hue in degrees -> (h, w, 3) uint8 sRGB, cut off at its gamut (Ottosson 2020)."""
    linear = np.clip(_linear(lightness, chroma, hue_deg), 0.0, 1.0)
    # IEC 61966-2-1.
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * np.power(linear, 1.0 / 2.4) - 0.055)
    return np.asarray(np.rint(encoded * 255.0), np.uint8)


def largest_chroma(lightness: float, hue_deg: F64) -> F64:
    """(n,) hues in degrees -> (n,) the most chroma that sRGB can show of each at this lightness."""
    linear = _linear(np.full((len(hue_deg), 1), lightness), CHROMAS[None], hue_deg[:, None])
    shown = ((linear >= -ROUNDING) & (linear <= 1.0 + ROUNDING)).all(axis=-1)
    return np.asarray(CHROMAS[np.maximum(shown.sum(axis=1) - 1, 0)], np.float64)


def _linear(lightness: Plane, chroma: Plane, hue_deg: Plane) -> F64:
    angle = np.radians(hue_deg)
    lab = np.stack(np.broadcast_arrays(lightness, chroma * np.cos(angle), chroma * np.sin(angle)), axis=-1)
    return np.asarray(cv2.transform(cv2.transform(lab, LAB_TO_LMS) ** 3, LMS_TO_RGB), np.float64)
