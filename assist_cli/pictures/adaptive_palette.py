"""The 256 colours that suit one photo, and the photo in them: dithered a little, so that a sky has no steps."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

U8 = npt.NDArray[np.uint8]

MOST_COLOURS = 256
"""Registers that terminals with sixels have (foot and Windows Terminal; xterm's vt340 mode has 16 unless told otherwise)."""
SMALL_PX = 160
"""Colours are counted in a small copy: at 160 px as good as in all of it, and twenty times faster."""
STEP = 8
"""Code values a side of the cubes in which the nearest colour is looked up."""
SPREAD = 10.0
"""Dither in code values: about the distance of neighbours among 256 colours of one photo. Found by eye."""
ORDER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32)
"""Bayer 1973."""


def in_own_palette(rgb: U8) -> tuple[U8, U8]:
    """(H, W, 3) uint8 sRGB -> (H, W) uint8 numbers, and (n, 3) uint8 sRGB of the colours."""
    height, width = rgb.shape[:2]
    scale = min(1.0, SMALL_PX / max(height, width))
    small_px = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = Image.fromarray(np.asarray(cv2.resize(rgb, small_px, interpolation=cv2.INTER_AREA), np.uint8))
    chosen = small.quantize(MOST_COLOURS, method=Image.Quantize.MEDIANCUT)
    palette = np.array(chosen.getpalette(), np.uint8).reshape(-1, 3)
    cubes = _cubes(np.ascontiguousarray(rgb))
    return _nearest(chosen, cubes)[cubes], palette


def _cubes(rgb: U8) -> npt.NDArray[np.uint16]:
    """(H, W) number of the small cube in which each pixel lies, dithered."""
    height, width = rgb.shape[:2]
    shift = np.rint((ORDER + 0.5) / ORDER.size * SPREAD).astype(np.uint8)
    pattern = np.tile(shift, (height // 4 + 1, width // 4 + 1))[:height, :width]
    dots = cv2.subtract(cv2.add(rgb, cv2.merge([pattern] * 3)), np.full_like(rgb, round(SPREAD / 2)))
    red, green, blue = (np.asarray(channel, np.uint16) // STEP for channel in cv2.split(dots))
    side = 256 // STEP
    return np.asarray((red * side + green) * side + blue, np.uint16)


def _nearest(chosen: Image.Image, cubes: npt.NDArray[np.uint16]) -> U8:
    """(32768,) uint8: the colour nearest to the middle of each small cube, as far as it is among `cubes`: looking up all of them
    takes longer than all else."""
    side = 256 // STEP
    used = np.flatnonzero(np.bincount(cubes.ravel(), minlength=side**3))
    middles = np.stack(np.unravel_index(used, (side,) * 3), axis=1) * STEP + STEP // 2
    picture = Image.fromarray(middles.astype(np.uint8)[None])
    numbers = np.zeros(side**3, np.uint8)
    numbers[used] = np.asarray(picture.quantize(palette=chosen, dither=Image.Dither.NONE), np.uint8)[0]
    return numbers
