"""How much of a frame is blown or blocked up, per channel and altogether, seen at screen size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
from cv2.typing import MatLike

BLOWN_CODE = 250
BLOCKED_CODE = 4
"""8-bit code values beyond which a JPEG holds no detail (rule examples of P-IEANet V2, NeurIPS 2024)."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """Fractions of the frame, each in [0, 1]."""

    highlights: float
    """Any channel blown: the warning of every editor."""
    white: float
    """All channels blown: paper white, nothing left."""
    shadows: float
    """All channels blocked up: black."""
    channel_highlights: tuple[float, ...]
    """Red, green, blue blown."""
    channel_shadows: tuple[float, ...]
    """Red, green, blue blocked up."""


def measure_clipping(channels: Sequence[MatLike], extremes: tuple[MatLike, MatLike]) -> Clipping:
    """Red, green and blue of a picture, and the brightest and dimmest of them, (h, w) uint8 each -> its clipping.

    `Frame.clipping` takes the working image, so that a sparkle smaller than a screen pixel does not count.
    """
    brightest, dimmest = extremes
    return Clipping(
        highlights=_blown(brightest),
        white=_blown(dimmest),
        shadows=_blocked(brightest),
        channel_highlights=tuple(_blown(channel) for channel in channels),
        channel_shadows=tuple(_blocked(channel) for channel in channels),
    )


def _blown(plane: MatLike) -> float:
    return cv2.countNonZero(cv2.inRange(plane, (BLOWN_CODE,), (255,))) / plane.size


def _blocked(plane: MatLike) -> float:
    return cv2.countNonZero(cv2.inRange(plane, (0,), (BLOCKED_CODE,))) / plane.size
