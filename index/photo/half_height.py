"""Writes colours at half the height (4:4:0), as a camera's 4:2:2 is stored once it was turned losslessly.

Pillow writes colours at half the width only. Both put two blocks of brightness and one of each colour together, in the same
order: they differ in whether the two lie side by side or one above the other, and in what the frame header says of it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

from index.photo.jpeg_frame import BLOCK_PX, frame_of

FACTORS_AT = 6
"""Bytes from the size in a frame header to the first factors: 4 of size, 1 of count, 1 of name (ITU-T T.81, B.2.2)."""
ONE_ABOVE_THE_OTHER = 0x12
"""The same: one block across, two down."""

U8 = npt.NDArray[np.uint8]


def side_by_side(block: Image.Image) -> Image.Image:
    """A YCbCr picture whose colours are repeated down -> the picture whose 4:2:2 has its MCUs, colours repeated across."""
    pixels = np.asarray(block)
    height, width = pixels.shape[:2]
    padded = np.pad(pixels, ((0, -height % (2 * BLOCK_PX)), (0, -width % BLOCK_PX), (0, 0)), mode="edge")
    bright, colours = padded[..., 0], padded[::2, :, 1:]
    down, across = bright.shape[0] // (2 * BLOCK_PX), bright.shape[1] // BLOCK_PX
    blocks = bright.reshape(down, 2, BLOCK_PX, across, BLOCK_PX).transpose(0, 2, 3, 1, 4)
    plane = blocks.reshape(down * BLOCK_PX, 2 * across * BLOCK_PX)
    planes = [plane, *(colours[..., channel].repeat(2, axis=1) for channel in (0, 1))]
    return Image.merge("YCbCr", [Image.fromarray(np.ascontiguousarray(one)) for one in planes])


def one_above_the_other(encoded: bytes) -> bytes:
    """The sequential 4:2:2 JPEG of `side_by_side` -> 4:4:0; its size is still to be stated."""
    at = frame_of(encoded).size_at + FACTORS_AT
    return encoded[:at] + bytes([ONE_ABOVE_THE_OTHER]) + encoded[at + 1 :]
