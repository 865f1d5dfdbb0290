"""Decoded pixels, and how many of them we accept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.photo.errors import FailureKind, PhotoReadError
from index.photo.memory_budget import PIXELS, reserve
from index.photo.record import PixelSource
from index.photo.sensor_patches import SensorPatches

U8 = npt.NDArray[np.uint8]

MAX_MEGAPIXELS = 250
"""The largest picture a camera writes as one file from one body: Sony's Pixel Shift of the Alpha 7R IV, 19,008 x
12,672 = 241 megapixels; anything above is taken for a decompression bomb and refused before its pixels are
allocated."""


@dataclass(frozen=True, slots=True)
class DecodedPixels:
    """A decoded photo.

    `rgb`: (H, W, 3) uint8, RGB, sRGB, upright, C-contiguous.
    `size_px`: (width, height) of the upright full-size picture, which may be larger than `rgb`.
    `sensor`: how the photosites vary, where the sensor data was developed.
    """

    rgb: U8
    size_px: tuple[int, int]
    pixel_source: PixelSource = PixelSource.FULL
    sensor: SensorPatches | None = None


def check_size(width_px: int, height_px: int) -> None:
    """Refuses a picture by its stated size: CORRUPT without pixels, TOO_LARGE above 250 megapixels. One that may be
    decoded waits until there is room for it (`memory_budget`).
    """
    if width_px <= 0 or height_px <= 0:
        raise PhotoReadError(FailureKind.CORRUPT, f"it states a size of {width_px} x {height_px} pixels")
    if width_px * height_px > MAX_MEGAPIXELS * 1_000_000:
        megapixels = width_px * height_px / 1e6
        raise PhotoReadError(
            FailureKind.TOO_LARGE, f"it claims {width_px} x {height_px} = {megapixels:,.0f} megapixels"
        )
    reserve(PIXELS, width_px * height_px)
