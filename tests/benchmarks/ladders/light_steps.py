"""More or less light, and light of another colour: changed in linear light, clipped as a camera clips."""

from __future__ import annotations

from functools import partial

import cv2
import numpy as np

from scoring.srgb import SRGB_TO_LINEAR
from tests.benchmarks.ladders.ladder import U8, Ladder
from tests.shoot.camera import developed, exposed

TINTS = {
    "warm": np.array([1.0, 0.0, -1.0], np.float32),
    "green": np.array([-0.5, 1.0, -0.5], np.float32),
}
"""Which channel gains how much EV a step; negative steps are cold and magenta."""


def linear(rgb: U8) -> np.ndarray:
    """(H, W, 3) uint8 sRGB -> float32 linear light in [0, 1]."""
    return np.asarray(cv2.LUT(rgb, SRGB_TO_LINEAR), np.float32)


def brighter(rgb: U8, ev: float) -> U8:
    """`ev` stops more light."""
    return developed(exposed(linear(rgb), ev)) if ev else rgb


def tinted(kind: str, rgb: U8, ev: float) -> U8:
    """Red, green and blue light changed by `TINTS[kind]` times `ev`, the brightest gain taken out so that little clips."""
    gains = 2.0 ** (TINTS[kind] * np.float32(ev))
    return developed(linear(rgb) * (gains / gains.max())) if ev else rgb


def flatter(rgb: U8, factor: float) -> U8:
    """Contrast in linear light about the mean times `factor`: under 1 as haze does."""
    light = linear(rgb)
    mean = light.mean(axis=(0, 1), keepdims=True)
    return developed(mean + (light - mean) * np.float32(factor))


EXPOSURE = Ladder("exposure", (-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3), "EV", brighter, "exposure", "ev_offset", 1)
WARMTH = Ladder("warm", (-1, -0.6, -0.3, 0, 0.3, 0.6, 1), "EV", partial(tinted, "warm"), "colour", "cast_b", 1)
TINT = Ladder("green", (-1, -0.6, -0.3, 0, 0.3, 0.6, 1), "EV", partial(tinted, "green"), "colour", "cast_a", -1)
CONTRAST = Ladder("contrast", (0.3, 0.45, 0.6, 0.8, 1.0, 1.25, 1.5), "times", flatter, "light", "contrast_ev", 1)
