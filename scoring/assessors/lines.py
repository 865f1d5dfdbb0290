"""Straight lines of a photo, from a small copy: what horizons, verticals and diagonals are read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
F64 = npt.NDArray[np.float64]

LONG_EDGE_PX = 256
"""A horizon of half the width still measures to 0.25 deg here (half a pixel in 128), in a fifteenth of the time at 1,024 px."""
SHORTEST_SHARE = 0.04
"""Segments shorter than 4 % of the long edge are texture; LSD's own least meaningful length is near 16 px."""


@dataclass(frozen=True)
class Lines:
    """`ends`: (N, 4) x0, y0, x1, y1 in pixels of `luma`, x0 <= x1; `luma`: (h, w) uint8, the small copy they lie in."""

    ends: F64
    luma: U8

    @property
    def size_px(self) -> tuple[int, int]:
        """(width, height) of the small copy."""
        return self.luma.shape[1], self.luma.shape[0]

    @cached_property
    def length_px(self) -> F64:
        """(N,) lengths."""
        return np.asarray(np.hypot(self.ends[:, 2] - self.ends[:, 0], self.ends[:, 3] - self.ends[:, 1]), np.float64)

    @cached_property
    def angle_deg(self) -> F64:
        """(N,) in [-90, 90]: 0 = level, positive = the right end is lower (image y points down)."""
        return np.asarray(
            np.degrees(np.arctan2(self.ends[:, 3] - self.ends[:, 1], self.ends[:, 2] - self.ends[:, 0])), np.float64
        )


def find_lines(luma: U8) -> Lines:
    """(H, W) uint8 luma -> its `Lines` by LSD (Grompone von Gioi et al. 2012), deterministic and without thresholds."""
    scale = min(1.0, LONG_EDGE_PX / max(luma.shape))
    size = (max(1, round(luma.shape[1] * scale)), max(1, round(luma.shape[0] * scale)))
    small = np.asarray(cv2.resize(luma, size, interpolation=cv2.INTER_AREA), np.uint8)
    # OpenCV gives None, which its types deny, where it finds no line.
    found = cast("F64 | None", cv2.createLineSegmentDetector(cv2.LSD_REFINE_STD).detect(small)[0])
    ends = np.zeros((0, 4)) if found is None else np.asarray(found, np.float64).reshape(-1, 4)
    turned = ends[:, 0] > ends[:, 2]
    ends[turned] = ends[turned][:, [2, 3, 0, 1]]
    lines = Lines(ends, small)
    return Lines(ends[lines.length_px >= SHORTEST_SHARE * max(size)], small)
