"""Makes pictures smaller without aliasing, fast."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]


def shrunk(rgb: U8, width_px: int, height_px: int) -> U8:
    """(H, W, 3) uint8 -> (height_px, width_px, 3), averaged down; neither edge may grow.

    Exact halves first, which OpenCV averages ten times faster than odd areas; what is left is less than a factor of two,
    where two-tap interpolation of averaged pixels sees nearly every one of them.
    """
    height, width = rgb.shape[:2]
    while width >= 2 * width_px and height >= 2 * height_px:
        width, height = width // 2, height // 2
        rgb = np.asarray(
            cv2.resize(rgb[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA), np.uint8
        )
    if (width, height) == (width_px, height_px):
        return rgb
    return np.asarray(cv2.resize(rgb, (width_px, height_px), interpolation=cv2.INTER_LINEAR), np.uint8)


def shrunk_to_long_edge(rgb: U8, long_edge_px: int) -> U8:
    """(H, W, 3) uint8 -> averaged down so that the long edge is at most `long_edge_px`; never enlarged."""
    height, width = rgb.shape[:2]
    scale = long_edge_px / max(height, width)
    if scale >= 1.0:
        return rgb
    return shrunk(rgb, max(1, round(width * scale)), max(1, round(height * scale)))
