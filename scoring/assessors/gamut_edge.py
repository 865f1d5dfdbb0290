"""Colours at the edge of sRGB: a channel empty beside a bright one, or full beside a dark one, so that shades are lost."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
from cv2.typing import MatLike

from scoring.clipping import BLOCKED_CODE, BLOWN_CODE
from scoring.frame import Frame

MIDDLE_CODE = 128
"""8-bit code that parts bright from dark: a channel this far from the clipped one makes the colour a vivid one."""
CHANNELS = ("red", "green", "blue")
NONE_FULL = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class GamutEdge:
    """Parts of the frame, each in [0, 1]."""

    fraction: float
    """Colour that sRGB cannot hold, whichever channel ends."""
    full: tuple[float, ...]
    """Of it, where red, green or blue is full: petals, neon, a low sun."""

    @property
    def fullest(self) -> tuple[str, float] | None:
        """The one channel that is full over more than twice the area of either other, and that area; None where none is."""
        second, most = sorted(self.full)[1:]
        return (CHANNELS[self.full.index(most)], most) if most > 2.0 * second else None


def measure_gamut_edge(frame: Frame) -> GamutEdge:
    """The gamut's edge in the working image."""
    brightest, dimmest = frame.sampled_extremes
    full = cv2.bitwise_and(_within(brightest, BLOWN_CODE, 255), _within(dimmest, 0, MIDDLE_CODE - 1))
    empty = cv2.bitwise_and(_within(dimmest, 0, BLOCKED_CODE), _within(brightest, MIDDLE_CODE, 255))
    channels = frame.sampled_channels if cv2.countNonZero(full) else ()
    return GamutEdge(
        fraction=_share(cv2.bitwise_or(full, empty)),
        full=tuple(_share(cv2.bitwise_and(full, _within(channel, BLOWN_CODE, 255))) for channel in channels)
        or NONE_FULL,
    )


def _within(plane: MatLike, lowest: int, highest: int) -> MatLike:
    return cv2.inRange(plane, (lowest,), (highest,))


def _share(mask: MatLike) -> float:
    return cv2.countNonZero(mask) / mask.size
