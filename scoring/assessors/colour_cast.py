"""Colour of the light, guessed in three independent ways; a cast is claimed only as far as all three agree."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from cv2.typing import MatLike

from scoring.assessors.oklab import oklch
from scoring.frame import BT709_LUMINANCE, F32, SRGB_TO_LINEAR, U8

TRUSTED_CODES = (10, 250)
"""Darker pixels are mostly rounding, brighter ones are clipped: both lie about hue (any gain moves them)."""
MIN_TRUSTED = 0.05
"""With less than a twentieth of the frame to go by, the light's colour is the colour of one thing."""
GREYEST = 0.2
"""The least colourful fifth: what is grey shows the light (Li et al., efficient near-neutral points; cf. grey index,
Qian et al., CVPR 2019)."""
AGREE_DEG = 40.0
"""Directions farther apart than this contradict each other: more than one of twelve hues."""
MID_GREY_LUMINANCE = 0.18
"""A cast is told on an 18 % grey card."""
GRADIENT_SIGMA_PX = 1.0
"""Smoothing before the grey-edge gradient (van de Weijer et al., IEEE TIP 2007, first order)."""


@dataclass(frozen=True, slots=True)
class Cast:
    """What the light does to a mid-grey card."""

    strength: float
    """OKLab chroma of the card, in [0, 0.33]; 0 when the guesses disagree. 0.02 is just seen, 0.1 is candle light."""
    hue_deg: float
    """OKLab hue of the card; meaningless when `strength` is 0."""


NO_CAST = Cast(0.0, 0.0)


def estimate_cast(linear: F32, chroma: F32) -> Cast:
    """(h, w, 3) float32 linear sRGB in [0, 1] and its (h, w) OKLab chroma -> the cast that three estimators agree on."""
    trusted = _trusted(linear)
    if np.count_nonzero(trusted) < MIN_TRUSTED * trusted.size:
        return NO_CAST
    lights = (_grey_world(linear, trusted), _grey_edge(linear, trusted), _greyest(linear, trusted, chroma))
    return _agreed([_on_grey_card(light) for light in lights])


def _trusted(linear: F32) -> U8:
    """(h, w) mask, 255 where hue can be trusted."""
    red, green, blue = cv2.split(linear)
    brightest = np.maximum(np.maximum(red, green), blue)
    darkest_code, clipped_code = TRUSTED_CODES
    inside = (brightest >= SRGB_TO_LINEAR[darkest_code]) & (brightest < SRGB_TO_LINEAR[clipped_code])
    return np.where(inside, 255, 0).astype(np.uint8)


def _grey_world(linear: F32, trusted: U8) -> F32:
    """The average of a scene is grey (Buchsbaum, 1980)."""
    return _mean_rgb(linear, trusted)


def _grey_edge(linear: F32, trusted: U8) -> F32:
    """The average difference of a scene is grey (van de Weijer, Gevers and Gijsenij, 2007): large areas count less."""
    smooth = cv2.GaussianBlur(linear, (0, 0), GRADIENT_SIGMA_PX)
    gradient = cv2.magnitude(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    beside_trusted = cv2.erode(trusted, np.ones((5, 5), np.uint8))
    return _mean_rgb(gradient, beside_trusted)


def _greyest(linear: F32, trusted: U8, chroma: F32) -> F32:
    limit = np.quantile(chroma[trusted > 0], GREYEST)
    return _mean_rgb(linear, np.where(chroma <= limit, trusted, 0).astype(np.uint8))


def _mean_rgb(picture: MatLike, mask: MatLike) -> F32:
    return np.array(cv2.mean(picture, mask)[:3], np.float32)


def _on_grey_card(light: F32) -> complex:
    """OKLab chroma and hue of a grey card in this light, as one number in the a, b plane."""
    luminance = float(light @ BT709_LUMINANCE)
    if luminance <= 0.0:
        return 0j
    card = oklch((light * (MID_GREY_LUMINANCE / luminance)).reshape(1, 1, 3))
    return float(card.chroma[0, 0]) * complex(np.exp(1j * np.radians(float(card.hue_deg[0, 0]))))


def _agreed(guesses: list[complex]) -> Cast:
    direction = sum(guesses)
    if abs(direction) == 0.0:
        return NO_CAST
    off_deg = [abs(float(np.degrees(np.angle(guess / direction)))) for guess in guesses if abs(guess) > 0.0]
    if len(off_deg) < len(guesses) or max(off_deg) > AGREE_DEG:
        return NO_CAST
    return Cast(min(abs(guess) for guess in guesses), float(np.degrees(np.angle(direction))) % 360.0)
