"""Decodes a camera's RAW file through LibRaw (rawpy): its largest embedded preview, or a half-size development."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import rawpy

from index.photo.decode_jpeg import decode_jpeg
from index.photo.errors import FailureKind, PhotoReadError
from index.photo.orientation import upright, upright_size
from index.photo.pixels import U8, DecodedPixels, check_size
from index.photo.record import PixelSource
from index.photo.sensor_patches import sample_sensor

MIN_PREVIEW_LONG_EDGE_PX = 1000
"""Below this a preview says too little; issue "Score a folder of real photos", item 3."""

ORIENTATION_BY_FLIP = {0: 1, 3: 3, 5: 8, 6: 6}
"""LibRaw's `sizes.flip` as EXIF Orientation (LibRaw API, libraw_image_sizes_t: 3 = 180, 5 = 90 left, 6 = 90 right)."""

DEVELOPMENT: dict[str, Any] = {
    "half_size": True,
    "use_camera_wb": True,
    "no_auto_bright": True,
    "gamma": (2.4, 12.92),
    "output_color": rawpy.ColorSpace.sRGB,
    "output_bps": 8,
}
"""One pixel from each 2 x 2 of the sensor, the camera's white balance, sRGB's primaries and curve (IEC 61966-2-1;
LibRaw's own curve is BT.709's). No automatic brightening: it would hide under- and overexposure; so there is no
camera tone curve either."""

RAW_DAMAGE = (rawpy.LibRawError, rawpy.NotSupportedError, ValueError, RuntimeError, OSError, TypeError)
"""What rawpy raises on files that are damaged or that LibRaw does not know."""


def decode_raw(data: bytes) -> DecodedPixels:
    """A RAW file -> pixels, upright by the camera's own orientation. `size_px` is the full developed picture's.

    The preview is what the camera made of it: `EMBEDDED_PREVIEW`. Where its long edge is under 1,000 px, LibRaw
    develops the sensor data at half size: camera white balance, sRGB, no automatic brightening (that would hide
    under- and overexposure), and its noise is sampled on the way. The sensor data of a file with a good preview is left
    packed: unpacking it would take eight times as long as the preview (`sample_sensor`). Raises `PhotoReadError`.
    """
    try:
        with rawpy.imread(io.BytesIO(data)) as raw:
            size_px = (int(raw.sizes.iwidth), int(raw.sizes.iheight))
            check_size(*size_px)
            orientation = ORIENTATION_BY_FLIP.get(int(raw.sizes.flip), 1)
            preview = _preview(raw)
            if preview is not None and max(preview.shape) >= MIN_PREVIEW_LONG_EDGE_PX:
                return DecodedPixels(
                    upright_preview(preview, size_px, orientation),
                    upright_size(size_px, orientation),
                    PixelSource.EMBEDDED_PREVIEW,
                )
            sensor = sample_sensor(raw)
            rgb = raw.postprocess(**DEVELOPMENT)
    except RAW_DAMAGE as error:
        raise raw_failure(error) from error
    upright_px = upright_size(size_px, orientation)
    return DecodedPixels(np.ascontiguousarray(rgb, np.uint8), upright_px, PixelSource.HALF_SIZE_DEVELOPMENT, sensor)


def _preview(raw: rawpy.RawPy) -> U8 | None:
    """The largest embedded picture as stored, (H, W, 3) uint8 sRGB; None where there is none that can be decoded."""
    try:
        thumb = raw.extract_thumb()
        if thumb.format == rawpy.ThumbFormat.JPEG:
            return decode_jpeg(bytes(thumb.data), orientation=1).rgb
    except (rawpy.LibRawError, rawpy.NotSupportedError, PhotoReadError):
        return None  # the sensor data may still be whole
    return np.asarray(thumb.data, np.uint8)


def upright_preview(preview: U8, sensor_px: tuple[int, int], orientation: int) -> U8:
    """(H, W, 3) uint8, C-contiguous. `sensor_px`: (width, height) as the sensor lies.

    Previews are stored as the sensor lies, save a few that are stored upright: their long side tells them.
    """
    size_px = upright_size(sensor_px, orientation)
    stored_upright = size_px != sensor_px and _is_tall(preview.shape[1], preview.shape[0]) == _is_tall(*size_px)
    return np.ascontiguousarray(preview) if stored_upright else upright(preview, orientation)


def _is_tall(width_px: int, height_px: int) -> bool:
    return height_px > width_px


def raw_failure(error: Exception) -> PhotoReadError:
    """What LibRaw or rawpy raised, in our words."""
    if isinstance(error, rawpy.LibRawIOError):
        return PhotoReadError(FailureKind.TRUNCATED, "the RAW file ends before its sensor data")
    if isinstance(error, rawpy.LibRawFileUnsupportedError | rawpy.NotSupportedError | rawpy.LibRawNotImplementedError):
        return PhotoReadError(FailureKind.UNSUPPORTED, "LibRaw does not know this camera's RAW variant")
    if isinstance(error, rawpy.LibRawTooBigError | rawpy.LibRawUnsufficientMemoryError):
        return PhotoReadError(FailureKind.TOO_LARGE, "it claims more sensor data than memory can hold")
    reason = error.args[0].decode("utf-8", "replace") if error.args and isinstance(error.args[0], bytes) else str(error)
    return PhotoReadError(FailureKind.CORRUPT, f"the RAW data is damaged: {reason}")
