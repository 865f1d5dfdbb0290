"""A camera's tone curve, drawn at random: from linear light to 8-bit codes, and back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
import numpy.typing as npt

from scoring.luminance import MID_GREY_LUMINANCE as MID_GREY

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]

CONTRAST = (0.9, 1.3)
"""Exponent of the Naka-Rushton response (1966), which film and camera curves resemble; 1 and no shoulder is plain sRGB."""
MID_GREY_LINEAR = (0.07, 0.17)
"""Where cameras place the grey card in linear light: ISO 12232:2019 leaves half a stop to a stop and a half above 100 %
reflectance (12.7 % of saturation by its SOS); plain sRGB has 18 %."""
FINE = 4096
"""Steps of the table from light to codes, even in its square root: a tenth of a code at black."""


@dataclass(frozen=True)
class ToneCurve:
    """Light of 1 is the sensor's clipping point. `display = x^n (1 + s) / (x^n + s)`, then sRGB's transfer (IEC 61966-2-1)."""

    contrast: float
    shoulder: float
    """s; the smaller, the more highlights are pressed together. Infinite: none."""
    mid_grey_linear: float
    """The light that is displayed as `MID_GREY`."""

    def developed(self, light: F32) -> U8:
        """(..., ) float32 linear light, clipped at 0 and 1 -> uint8 sRGB codes of the same shape."""
        index = np.sqrt(np.clip(light, 0.0, 1.0))
        index *= FINE - 1
        return self._codes[index.astype(np.uint16)]

    def light(self, rgb: U8) -> F32:
        """uint8 sRGB codes -> the linear light that this curve would have developed to them, float32 in [0, 1]."""
        return np.asarray(cv2.LUT(rgb, self._light), np.float32)

    @cached_property
    def _codes(self) -> U8:
        power = (np.linspace(0.0, 1.0, FINE) ** 2) ** self.contrast
        display = power if np.isinf(self.shoulder) else power * (1.0 + self.shoulder) / (power + self.shoulder)
        code = np.where(display <= 0.0031308, 12.92 * display, 1.055 * display ** (1 / 2.4) - 0.055)
        return np.rint(255.0 * code).astype(np.uint8)

    @cached_property
    def _light(self) -> F32:
        code = np.arange(256) / 255.0
        display = np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)
        power = display if np.isinf(self.shoulder) else display * self.shoulder / (1.0 + self.shoulder - display)
        return np.asarray(power ** (1.0 / self.contrast), np.float32)


PLAIN = ToneCurve(1.0, np.inf, MID_GREY)
"""sRGB and nothing else."""


def drawn_curve(generator: np.random.Generator) -> ToneCurve:
    """A plausible camera's curve, by chance."""
    contrast = float(generator.uniform(*CONTRAST))
    # The contrast lowers the grey card before the shoulder lifts it: there must be something to lift.
    darkest = min(MID_GREY_LINEAR[1], 0.95 * MID_GREY ** (1.0 / contrast))
    return curve(contrast, float(generator.uniform(MID_GREY_LINEAR[0], darkest)))


def curve(contrast: float, mid_grey_linear: float) -> ToneCurve:
    """The curve that develops `mid_grey_linear` to mid-grey; `mid_grey_linear ** contrast` must be below 0.18."""
    power = mid_grey_linear**contrast
    return ToneCurve(contrast, (1.0 - MID_GREY) * power / (MID_GREY - power), mid_grey_linear)
