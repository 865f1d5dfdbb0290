"""Turns pixels upright by EXIF Orientation (EXIF 2.32, tag 0x0112; TIFF 6.0, page 36)."""

from __future__ import annotations

import cv2
import numpy as np

from index.photo.pixels import U8

SWAPS_SIDES = frozenset({5, 6, 7, 8})
"""Orientations whose rows are stored as columns."""


def upright(rgb: U8, orientation: int) -> U8:
    """(H, W, 3) uint8 as stored -> as seen, C-contiguous; an orientation outside 1..8 changes nothing."""
    match orientation:
        case 2:
            turned = cv2.flip(rgb, 1)
        case 3:
            turned = cv2.rotate(rgb, cv2.ROTATE_180)
        case 4:
            turned = cv2.flip(rgb, 0)
        case 5:
            turned = cv2.transpose(rgb)
        case 6:
            turned = cv2.rotate(rgb, cv2.ROTATE_90_CLOCKWISE)
        case 7:
            turned = cv2.rotate(cv2.transpose(rgb), cv2.ROTATE_180)
        case 8:
            turned = cv2.rotate(rgb, cv2.ROTATE_90_COUNTERCLOCKWISE)
        case _:
            turned = rgb
    return np.ascontiguousarray(turned, np.uint8)


def upright_size(size_px: tuple[int, int], orientation: int) -> tuple[int, int]:
    """(width, height) as stored -> as seen."""
    return size_px[::-1] if orientation in SWAPS_SIDES else size_px
