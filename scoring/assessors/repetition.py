"""Patterns: whether one motif comes back at even steps all over a photo (tiles, windows, bricks, blinds)."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.ramp import ramp

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Steps = npt.NDArray[np.intp]

PATTERN_PX = 96
"""Small enough that grain and fabric are gone, large enough for twenty rows of bricks."""
GRAIN_SIGMA_PX = 0.7
"""Of a brick wall, grain took a fifth of its evenness."""
LOCAL_PX = 19
"""Light and shade broader than this are taken out, and what is left is set to one contrast everywhere: so a motif has to come
back all over the frame, and not in its strongest corner."""
LEAST_CONTRAST = 4.0
"""In 8-bit code values: fainter texture keeps its faintness, so that a plain sky cannot pass for a pattern."""
COVERED = (0.25, 0.5)
"""Mean square of what is left, 1 = plain contrast everywhere, at which a pattern is all over the frame enough to count, and does
(14 photos of things and views: 0.66 to 0.93); steps of one code in a sky give 0.02."""
STEPS_PX = (4, 18)
"""The shortest and the longest step: at five motifs across the frame and more one sees a pattern, not a few things."""
EVENNESS = (0.3, 0.55)
"""How much more alike a photo is at one and two steps than at a half and one and a half (1 = perfect tiles) at which it starts
to read as a pattern, and does: of 500 photos of BIQ2021 a brick wall gave 0.50, a row of people 0.46, all others under 0.4."""


@dataclass(frozen=True)
class Repetition:
    """`strength` in [0, 1]; `step`: (x, y) from one motif to the next as shares of width and height; None without any."""

    strength: float
    evenness: float
    step: tuple[float, float] | None


def find_repetition(luma: U8) -> Repetition:
    """(H, W) uint8 -> its evenest repetition: a comb over the autocorrelation (Wiener-Khinchin), two motifs on from any one."""
    levelled = _levelled(luma)
    alike = _autocorrelation(levelled)
    best, evenness = _evenest(alike)
    if evenness <= EVENNESS[0]:
        return Repetition(0.0, max(0.0, evenness), None)
    down, across = (float(step) / PATTERN_PX for step in STEPS[:, best])
    strength = ramp(evenness, EVENNESS) * ramp(float((levelled * levelled).mean()), COVERED)
    return Repetition(strength, evenness, (across, down) if strength > 0.0 else None)


def _levelled(luma: U8) -> F32:
    small = cv2.resize(luma, (PATTERN_PX, PATTERN_PX), interpolation=cv2.INTER_AREA).astype(np.float32)
    detail = cv2.GaussianBlur(small, (0, 0), GRAIN_SIGMA_PX) - _blurred(small)
    return np.asarray(detail / np.sqrt(_blurred(detail * detail) + LEAST_CONTRAST**2), np.float32)


def _blurred(plane: npt.NDArray[np.floating]) -> F32:
    return np.asarray(cv2.blur(plane, (LOCAL_PX, LOCAL_PX)), np.float32)


def _window() -> F32:
    return np.asarray(np.outer(np.hanning(PATTERN_PX), np.hanning(PATTERN_PX)), np.float32)


def _circular(plane: F32) -> F32:
    spectrum = cv2.dft(plane)
    power = cv2.mulSpectrums(spectrum, spectrum, 0, conjB=True)
    return np.asarray(cv2.dft(power, flags=cv2.DFT_INVERSE | cv2.DFT_SCALE), np.float32)


WINDOW = _window()
"""Hann's: the edges of the frame would else be edges of a motif."""
OVERLAP = _circular(WINDOW)
"""What the window alone gives at each lag."""


def _autocorrelation(plane: F32) -> F32:
    """(n, n) -> correlation of the plane with itself moved by (row, column), wrapping round."""
    alike = _circular((plane - plane.mean()) * WINDOW) / OVERLAP
    return np.asarray(alike / alike[0, 0] if alike[0, 0] > 0.0 else alike, np.float32)


def _steps() -> Steps:
    """(2, k) rows and columns of every step, one of each opposite pair."""
    reach = STEPS_PX[1]
    down, across = np.mgrid[0 : reach + 1, -reach : reach + 1]
    far = np.hypot(down, across)
    kept = (far >= STEPS_PX[0]) & (far <= reach) & ((down > 0) | (across > 0))
    return np.asarray(np.stack([down[kept], across[kept]]), np.intp)


STEPS = _steps()
"""All that are tried."""
LAGS = np.stack([np.rint(STEPS * times).astype(np.intp) % PATTERN_PX for times in (0.5, 1.0, 1.5, 2.0)])
PLACES = np.asarray(LAGS[:, 0] * PATTERN_PX + LAGS[:, 1], np.intp)
"""(4, k) where a half, one, one and a half and two of each step lie in the flat autocorrelation."""


def _evenest(alike: F32) -> tuple[int, float]:
    """The best of `STEPS` and its evenness."""
    half, one, more, two = alike.ravel().take(PLACES)
    # The weaker of one and two steps, so that two lookalikes are no pattern.
    evenness = np.minimum(one, two) - np.maximum(np.maximum(half, more), 0.0)
    best = int(np.argmax(evenness))
    return best, float(evenness[best])
