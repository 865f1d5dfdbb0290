"""Decodes a RAW file as a small picture: its embedded preview as far as needed, or a half-size development."""

from __future__ import annotations

import io

import numpy as np
import rawpy

from index.photo.decode_raw import DEVELOPMENT, ORIENTATION_BY_FLIP, RAW_DAMAGE, raw_failure, upright_preview
from index.photo.errors import PhotoReadError
from index.photo.pixels import U8, check_size
from index.photo.small_jpeg import small_jpeg


def small_raw(data: bytes, edge_px: int) -> U8:
    """(H, W, 3) uint8 sRGB upright. Developed only where no preview is `edge_px` long. Raises `PhotoReadError`."""
    try:
        with rawpy.imread(io.BytesIO(data)) as raw:
            size_px = (int(raw.sizes.iwidth), int(raw.sizes.iheight))
            check_size(*size_px)
            preview = _preview(raw, edge_px)
            if preview is not None and max(preview.shape) >= edge_px:
                return upright_preview(preview, size_px, ORIENTATION_BY_FLIP.get(int(raw.sizes.flip), 1))
            return np.ascontiguousarray(raw.postprocess(**DEVELOPMENT), np.uint8)
    except RAW_DAMAGE as error:
        raise raw_failure(error) from error


def _preview(raw: rawpy.RawPy, edge_px: int) -> U8 | None:
    """The largest embedded picture as stored; None where there is none that can be decoded."""
    try:
        thumb = raw.extract_thumb()
        if thumb.format == rawpy.ThumbFormat.JPEG:
            return small_jpeg(bytes(thumb.data), edge_px, orientation=1)
    except (rawpy.LibRawError, rawpy.NotSupportedError, PhotoReadError):
        return None  # the sensor data may still be whole
    return np.asarray(thumb.data, np.uint8)
