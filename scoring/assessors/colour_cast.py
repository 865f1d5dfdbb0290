"""Colour of the light, guessed in three independent ways; a cast is claimed only as far as all three agree."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from cv2.typing import MatLike

from scoring.assessors.oklab import Oklch, oklch
from scoring.frame import BT709_LUMINANCE, F32, U8
from scoring.luminance import MID_GREY_LUMINANCE
from scoring.srgb import SRGB_TO_LINEAR

TRUSTED_CODES = (10, 249)
"""Darker pixels are mostly rounding, brighter ones are clipped: both lie about hue (any gain moves them)."""
MIN_TRUSTED = 0.05
"""With less than a twentieth of the frame to go by, the light's colour is the colour of one thing."""
GREYEST = 0.2
"""The least colourful fifth: what is grey shows the light (Li et al., efficient near-neutral points; cf. grey index,
Qian et al., CVPR 2019)."""
VIVIDEST = 0.95
"""The most colourful twentieth: a thing in the picture, were it as large as a face."""
CHROMA_STEPS, MOST_CHROMA = 350, 0.35
"""Chroma is compared in steps of 0.001; sRGB reaches 0.32."""
ONE_HUE, OBJECT_SPREAD = 0.8, 3.0
"""Of 109 photos of BIQ2021 with a cast by the three estimators, 40 were looked at: where four fifths of the colour were of
the cast's hue and the vivid was three times as colourful as the greyest, it was a fern, a fire, a stage, grass; false
colour balance tints everything about alike (1.1 .. 2.9)."""
AGREE_DEG = 40.0
"""Directions farther apart than this contradict each other: more than one of twelve hues."""
GRADIENT_SIZE_PX, GRADIENT_SIGMA_PX = (5, 5), 1.0
"""Smoothing before the grey-edge gradient (van de Weijer et al., IEEE TIP 2007, first order)."""


@dataclass(frozen=True, slots=True)
class Cast:
    """What the light does to a mid-grey card."""

    strength: float
    """OKLab chroma of the card, in [0, 0.33]; 0 when the guesses disagree. 0.02 is just seen, 0.1 is candle light."""
    hue_deg: float
    """OKLab hue of the card; meaningless when `strength` is 0."""
    lean: complex = 0j
    """OKLab a (green to red) and b (blue to yellow) to which the whole picture leans, its things included, on such a card:
    the mean of grey-world and grey-edge over every pixel, so that it follows any tint that is laid over the picture."""


def estimate_cast(linear: F32, seen: Oklch) -> Cast:
    """(h, w, 3) float32 linear sRGB in [0, 1] and the same in OKLab -> the cast that three estimators agree on.

    None is claimed where the frame is of one hue, pale here and vivid there: that is a fern, a fire, grass, and not light.
    """
    gradient = _gradient(linear)
    lean = 0.5 * (_on_grey_card(_mean_rgb(linear)) + _on_grey_card(_mean_rgb(gradient)))
    trusted = _trusted(linear)
    if cv2.countNonZero(trusted) < MIN_TRUSTED * trusted.size:
        return Cast(0.0, 0.0, lean)
    beside_trusted = cv2.erode(trusted, np.ones((5, 5), np.uint8))
    greyest, vividest = _chroma_limits(seen.chroma, trusted)
    grey = cv2.bitwise_and(trusted, cv2.inRange(seen.chroma, (0.0,), (greyest,)))
    lights = (_mean_rgb(linear, trusted), _mean_rgb(gradient, beside_trusted), _mean_rgb(linear, grey))
    strength, hue_deg = _agreed([_on_grey_card(light) for light in lights])
    if strength > 0.0 and vividest >= OBJECT_SPREAD * greyest and _share_near(seen, hue_deg, trusted) >= ONE_HUE:
        strength = 0.0
    return Cast(strength, hue_deg, lean)


def _trusted(linear: F32) -> U8:
    """(h, w) mask, 255 where hue can be trusted."""
    red, green, blue = cv2.split(linear)
    brightest = cv2.max(cv2.max(red, green), blue)
    darkest, brightest_kept = (float(SRGB_TO_LINEAR[code]) for code in TRUSTED_CODES)
    return np.asarray(cv2.inRange(brightest, (darkest,), (brightest_kept,)), np.uint8)


def _gradient(linear: F32) -> MatLike:
    smooth = cv2.GaussianBlur(linear, GRADIENT_SIZE_PX, GRADIENT_SIGMA_PX)
    return cv2.magnitude(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))


def _chroma_limits(chroma: F32, trusted: U8) -> tuple[float, float]:
    """Chroma below which the least colourful fifth of the trusted pixels lies, and above which the most colourful part."""
    counts = np.cumsum(cv2.calcHist([chroma], [0], trusted, [CHROMA_STEPS], [0.0, MOST_CHROMA]))
    greyest, vividest = np.searchsorted(counts, (GREYEST * counts[-1], VIVIDEST * counts[-1])) + 1
    return float(greyest) * MOST_CHROMA / CHROMA_STEPS, float(vividest) * MOST_CHROMA / CHROMA_STEPS


def _share_near(seen: Oklch, hue_deg: float, trusted: U8) -> float:
    """Part of all colour whose hue is within `AGREE_DEG` of this one."""
    colour = np.where(trusted > 0, seen.chroma, 0.0)
    away = np.abs((seen.hue_deg - hue_deg + 180.0) % 360.0 - 180.0)
    return float(colour[away <= AGREE_DEG].sum() / max(float(colour.sum()), 1e-9))


def _mean_rgb(picture: MatLike, mask: MatLike | None = None) -> F32:
    return np.array(cv2.mean(picture, mask)[:3], np.float32)


def _on_grey_card(light: F32) -> complex:
    """OKLab chroma and hue of a grey card in this light, as one number in the a, b plane."""
    luminance = float(light @ BT709_LUMINANCE)
    if luminance <= 0.0:
        return 0j
    card = oklch((light * (MID_GREY_LUMINANCE / luminance)).reshape(1, 1, 3))
    return float(card.chroma[0, 0]) * complex(np.exp(1j * np.radians(float(card.hue_deg[0, 0]))))


def _agreed(guesses: list[complex]) -> tuple[float, float]:
    """Strength and hue; the least strong guess counts, and none does where they contradict each other."""
    direction = sum(guesses)
    if abs(direction) == 0.0:
        return 0.0, 0.0
    off_deg = [abs(float(np.degrees(np.angle(guess / direction)))) for guess in guesses if abs(guess) > 0.0]
    if len(off_deg) < len(guesses) or max(off_deg) > AGREE_DEG:
        return 0.0, 0.0
    return min(abs(guess) for guess in guesses), float(np.degrees(np.angle(direction))) % 360.0
