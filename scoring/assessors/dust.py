"""Dust on the sensor: small, round, soft dark spots in smooth bright areas. Candidates only: one photo cannot tell dust."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import U8
from scoring.quantile import median

Spot = tuple[float, float]
"""(x, y) in [0, 1] of a photo's width and height."""

SPOT_PX, GROUND_PX = 3, 25
"""Windows in a picture of 512 px. A grain's shadow is 0.3 to 1.5 % of the frame wide at f/11 to f/22: 2 to 8 px there."""
RING_PX = 8
"""Round a spot, at this distance, the ground shows again."""
BRIGHT_CODE = 100
"""Under a tone below mid-grey (118) dust is not seen."""
DEPTH_CODES = (4, 40)
"""Shallower is grain, deeper is a thing: a grain of dust is out of focus and only dims."""
EVEN = 0.3
"""Share of the depth that the ring may vary (standard deviation): skies and walls do; leaves, waves and edges vary more."""
RECOVERED = 0.7
"""Each of 16 directions has regained so much of the depth at the ring: a wire or a branch stays dark along itself."""
MOST_SPOTS = 12
"""As many as are kept, the deepest first."""
CROWDED = 40
"""With more dips than this in the picture it is speckled, and no dip means anything."""


def dust_spots(luma: U8) -> list[Spot]:
    """(h, w) uint8 with a long edge of about 512 px -> candidate spots, the deepest first, at most 12."""
    if min(luma.shape) < 2 * GROUND_PX:
        return []
    fine = np.asarray(cv2.blur(luma, (SPOT_PX, SPOT_PX)), np.uint8)
    ground = cv2.blur(luma, (GROUND_PX, GROUND_PX))
    depth = cv2.subtract(ground, fine)
    deep = cv2.inRange(depth, (DEPTH_CODES[0],), (DEPTH_CODES[1],))
    deep = cv2.bitwise_and(deep, cv2.inRange(ground, (BRIGHT_CODE,), (255,)))
    deepest = cv2.dilate(depth, np.ones((2 * RING_PX + 1, 2 * RING_PX + 1), np.uint8))
    dips = cv2.bitwise_and(deep, cv2.compare(depth, deepest, cv2.CMP_EQ))
    if not 0 < cv2.countNonZero(dips) <= CROWDED:
        return []
    found = sorted(
        ((int(x), int(y)) for x, y in np.asarray(cv2.findNonZero(dips)).reshape(-1, 2)),
        key=lambda dip: -int(depth[dip[1], dip[0]]),
    )
    height, width = luma.shape
    spots = [(x, y) for x, y in found if _is_spot(fine, x, y)]
    return [((x + 0.5) / width, (y + 0.5) / height) for x, y in spots[:MOST_SPOTS]]


def _is_spot(fine: U8, x: int, y: int) -> bool:
    """Whether even ground lies all round the dip."""
    height, width = fine.shape
    if not (RING_PX <= x < width - RING_PX and RING_PX <= y < height - RING_PX):
        return False
    ring = fine[y + RING[1], x + RING[0]].astype(np.float32)
    depth = median(ring) - float(fine[y, x])
    return (
        depth >= DEPTH_CODES[0]
        and float(ring.std()) <= EVEN * depth
        and float(ring.min()) >= float(fine[y, x]) + RECOVERED * depth
    )


def _ring() -> npt.NDArray[np.intp]:
    angle = np.arange(16) * (2 * np.pi / 16)
    return np.asarray(np.rint(RING_PX * np.stack([np.cos(angle), np.sin(angle)])), np.intp)


RING = _ring()
"""(2, 16) offsets in x and y."""
