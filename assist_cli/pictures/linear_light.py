"""Averages pictures in linear light, as an eye does that cannot tell the pixels apart: a sunlit branch keeps its brightness."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from scoring.srgb import SRGB_TO_LINEAR

U8 = npt.NDArray[np.uint8]
U16 = npt.NDArray[np.uint16]

FULL = 65535
"""White in 16-bit linear light; the darkest steps of sRGB are 20 of these apart."""

TO_LINEAR: U16 = np.rint(SRGB_TO_LINEAR * FULL).astype(np.uint16)
"""(256,) 8-bit sRGB -> 16-bit linear light."""


def _to_srgb_table() -> U8:
    borders = (TO_LINEAR[1:].astype(np.int64) + TO_LINEAR[:-1]) / 2
    return np.searchsorted(borders, np.arange(FULL + 1)).astype(np.uint8)


TO_SRGB = _to_srgb_table()
"""(65536,) the nearest 8-bit sRGB of 16-bit linear light."""


def averaged(rgb: U8, width_px: int, height_px: int) -> U16:
    """(H, W, 3) uint8 sRGB -> (height_px, width_px, 3) uint16 linear light; each pixel the mean of its area.

    A smaller picture is enlarged smoothly.
    """
    linear = cv2.LUT(np.ascontiguousarray(rgb), TO_LINEAR)
    grows = width_px > rgb.shape[1] or height_px > rgb.shape[0]
    way = cv2.INTER_LINEAR if grows else cv2.INTER_AREA
    return np.asarray(cv2.resize(linear, (width_px, height_px), interpolation=way), np.uint16)
