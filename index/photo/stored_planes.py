"""A part of a JPEG's pixels as they were stored: colours at the width and height they had, each sample repeated to full size."""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
from PIL import Image, features

from index.photo import pillow_settings  # noqa: F401 - large pictures are opened
from index.photo.chroma_planes import stored_half
from index.photo.jpeg_frame import ColourModel, JpegFrame
from index.photo.stored_box import PixelBox

U8 = npt.NDArray[np.uint8]

FULL, QUARTER = ((1, 1),) * 3, ((2, 2), (1, 1), (1, 1))
HALF_WIDTH, HALF_HEIGHT = ((2, 1), (1, 1), (1, 1)), ((1, 2), (1, 1), (1, 1))
"""4:4:4 and 4:2:0, 4:2:2 and 4:4:0 as sampling factors."""
MARGIN_PX = 2
"""A pixel's colour is interpolated from its own stored sample and the next one."""


def stored_block(data: bytes, frame: JpegFrame, box: PixelBox) -> Image.Image:
    """The pixels of a box that begins on the MCU grid, in the colour model that they are stored in.

    A colour that is repeated is what an encoder averages back to the stored sample, so nothing is lost by smoothing.
    """
    if frame.colours is not ColourModel.YCBCR:
        return _opened(data).crop(box)
    pixels = np.asarray(_as_stored(data, frame.size_px))
    left, top, right, bottom = box
    planes = [pixels[top:bottom, left:right, 0], *(_chroma(data, frame, pixels, box, channel) for channel in (1, 2))]
    return Image.merge("YCbCr", [Image.fromarray(np.ascontiguousarray(plane)) for plane in planes])


def _chroma(data: bytes, frame: JpegFrame, pixels: U8, box: PixelBox, channel: int) -> U8:
    left, top, right, bottom = box
    if frame.factors == QUARTER:
        return _repeated_quarter(data, frame, box, channel)
    if frame.factors == HALF_WIDTH and features.check("libjpeg_turbo"):
        return _repeated_across(pixels[top:bottom, :, channel], left, right)
    if frame.factors == HALF_HEIGHT and features.check("libjpeg_turbo"):
        return _repeated_across(pixels[:, left:right, channel].T, top, bottom).T
    return pixels[top:bottom, left:right, channel]


def _repeated_across(plane: U8, left: int, right: int) -> U8:
    """The columns from an even `left` to `right`, each colour twice as it is stored."""
    before = min(left, MARGIN_PX)
    wide = plane[:, left - before : right + MARGIN_PX]
    even = np.pad(wide, ((0, 0), (0, wide.shape[1] % 2)), mode="edge")
    return np.repeat(stored_half(even), 2, axis=1)[:, before : before + right - left]


def _repeated_quarter(data: bytes, frame: JpegFrame, box: PixelBox, channel: int) -> U8:
    """At half size libjpeg halves the brightness only, and hands out colours as they are stored (jdmaster.c)."""
    left, top, right, bottom = box
    width, height = frame.size_px
    half = np.asarray(_as_stored(data, (width // 2, height // 2)))
    samples = half[top // 2 : (bottom + 1) // 2, left // 2 : (right + 1) // 2, channel]
    return samples.repeat(2, axis=0).repeat(2, axis=1)[: bottom - top, : right - left]


def _as_stored(data: bytes, size_px: tuple[int, int]) -> Image.Image:
    image = _opened(data)
    image.draft("YCbCr", size_px)
    return image


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data), formats=("JPEG",))
