"""Purple fringes: a thin purple rim along the edges of blown highlights, left by the lens and by crosstalk in the sensor."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import U8

BLOWN_CODE, DARK_CODE = 248, 110
"""A fringe shows between what is blown and what is under mid-grey (118): branches before a white sky, a lamp's holder."""
REACH = 4
"""Pixels of the small copy within which one becomes the other."""
SITES = 12
"""Places along such edges that are looked at, evenly among all."""
PATCH_PX = 40
"""Native pixels about a site."""
RIM_PX = 6
"""How far a fringe reaches from the blown edge at native resolution; wider is the colour of the thing."""
PURPLE_CODES = (18, 30)
"""Red and blue over green, by so much: violet to blue-magenta, plain to see at 100 %."""
BLUE_OVER_RED = 0.8
"""Redder than this is magenta or pink: flowers, neon and skin."""
RIM_SHARE = 0.2
"""Of the rim's pixels that are purple."""
PLAIN_CODES = 8
"""Beyond the rim the mean blue lies no further over green: a blue lamp's glow, neon and purple things go on there."""
FEWEST_EDGES = 6
"""Fewer sites are no sample."""


@dataclass(frozen=True, slots=True)
class Fringe:
    """Edges of blown highlights against something dark, and how many of them are fringed."""

    edges: int
    fringed: int

    @property
    def share(self) -> float:
        """Of the edges looked at; 0 where there are too few of them."""
        return self.fringed / self.edges if self.edges >= FEWEST_EDGES else 0.0


def measure_fringe(rgb: U8, small: U8) -> Fringe:
    """(H, W, 3) uint8 at native resolution, and a copy of about 512 px -> its fringed edges."""
    edges = fringed = 0
    for x, y in _sites(small):
        patch = _patch(rgb, x, y)
        verdict = _is_fringed(patch)
        if verdict is not None:
            edges += 1
            fringed += verdict
    return Fringe(edges, fringed)


def _sites(small: U8) -> list[tuple[float, float]]:
    """(x, y) in [0, 1] of blown pixels close to dark ones."""
    green = cv2.extractChannel(small, 1)
    blown = cv2.inRange(green, (BLOWN_CODE,), (255,))
    if not cv2.countNonZero(blown):
        return []
    near_dark = cv2.dilate(cv2.inRange(green, (0,), (DARK_CODE,)), np.ones((2 * REACH + 1, 2 * REACH + 1), np.uint8))
    edge = cv2.bitwise_and(blown, near_dark)
    if not cv2.countNonZero(edge):
        return []
    pixels = np.asarray(cv2.findNonZero(edge)).reshape(-1, 2)
    chosen = np.linspace(0, len(pixels) - 1, min(SITES, len(pixels))).astype(np.intp)
    height, width = green.shape
    return [((int(x) + 0.5) / width, (int(y) + 0.5) / height) for x, y in pixels[chosen]]


def _patch(rgb: U8, x: float, y: float) -> U8:
    height, width = rgb.shape[:2]
    top = max(0, min(int(y * height) - PATCH_PX // 2, height - PATCH_PX))
    left = max(0, min(int(x * width) - PATCH_PX // 2, width - PATCH_PX))
    return rgb[top : top + PATCH_PX, left : left + PATCH_PX]


def _is_fringed(patch: U8) -> bool | None:
    """Whether the rim of the blown part is purple and what lies beyond is not; None where there is no such edge."""
    green = cv2.extractChannel(patch, 1)
    blown = cv2.inRange(green, (BLOWN_CODE,), (255,))
    close = cv2.dilate(blown, np.ones((2 * RIM_PX + 1, 2 * RIM_PX + 1), np.uint8))
    rim, beyond = (close > 0) & (blown == 0), close == 0
    enough = PATCH_PX
    if np.count_nonzero(rim) < enough or np.count_nonzero(beyond) < enough or not np.any(green[rim] < DARK_CODE):
        return None
    blue = cv2.extractChannel(patch, 2)
    plain = float(blue[beyond].mean()) - float(green[beyond].mean()) <= PLAIN_CODES
    return plain and bool(_purple(patch)[rim].mean() >= RIM_SHARE)


def _purple(patch: U8) -> npt.NDArray[np.bool_]:
    red, green, blue = (channel.astype(np.int16) for channel in cv2.split(patch))
    return np.asarray(
        (red - green >= PURPLE_CODES[0]) & (blue - green >= PURPLE_CODES[1]) & (blue >= BLUE_OVER_RED * red), np.bool_
    )
