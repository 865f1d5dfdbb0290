"""Turns pixels upright by EXIF Orientation (EXIF 2.32, tag 0x0112; TIFF 6.0, page 36)."""

from __future__ import annotations

import cv2
import numpy as np

from index.photo.pixel_room import U8, room_for

SWAPS_SIDES = frozenset({5, 6, 7, 8})
"""Orientations whose rows are stored as columns."""
TURNED = range(2, 9)
"""Those at which something is to do."""


def upright(rgb: U8, orientation: int) -> U8:
    """(H, W, 3) uint8, or with other channels or none, as stored -> as seen, C-contiguous; an orientation outside 1..8 changes
    nothing.
    """
    sides = upright_size((rgb.shape[0], rgb.shape[1]), orientation)
    room = room_for(rgb.size).reshape(*sides, *rgb.shape[2:]) if orientation in TURNED else None
    match orientation:
        case 2:
            turned = cv2.flip(rgb, 1, room)
        case 3:
            turned = cv2.rotate(rgb, cv2.ROTATE_180, room)
        case 4:
            turned = cv2.flip(rgb, 0, room)
        case 5:
            turned = cv2.transpose(rgb, room)
        case 6:
            turned = cv2.rotate(rgb, cv2.ROTATE_90_CLOCKWISE, room)
        case 7:
            turned = cv2.rotate(cv2.transpose(rgb), cv2.ROTATE_180, room)
        case 8:
            turned = cv2.rotate(rgb, cv2.ROTATE_90_COUNTERCLOCKWISE, room)
        case _:
            turned = rgb
    return np.ascontiguousarray(turned, np.uint8)


def upright_size(size_px: tuple[int, int], orientation: int) -> tuple[int, int]:
    """(width, height) as stored -> as seen."""
    return size_px[::-1] if orientation in SWAPS_SIDES else size_px
