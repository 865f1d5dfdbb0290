"""OKLab: a colour space in which equal steps look about equal, so that chroma and hue mean what people see."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scoring.frame import F32

RGB_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    np.float32,
)
LMS_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ],
    np.float32,
)
"""Ottosson, "A perceptual color space for image processing", 2020 (the matrices for linear sRGB)."""


@dataclass(frozen=True, slots=True)
class Oklch:
    """Planes of one shape, float32: lightness in [0, 1], chroma in [0, 0.33], hue in [0, 360) degrees (red 29, blue 264)."""

    lightness: F32
    chroma: F32
    hue_deg: F32


def oklch(linear: F32) -> Oklch:
    """(h, w, 3) float32 linear sRGB in [0, 1] -> lightness, chroma and hue, (h, w) each."""
    response = cv2.pow(cv2.transform(linear, RGB_TO_LMS), 1 / 3)
    lightness, a, b = (np.asarray(plane, np.float32) for plane in cv2.split(cv2.transform(response, LMS_TO_LAB)))
    chroma, hue_deg = cv2.cartToPolar(a, b, angleInDegrees=True)
    return Oklch(lightness, np.asarray(chroma, np.float32), np.asarray(hue_deg, np.float32))
