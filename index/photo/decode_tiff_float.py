"""Decodes the TIFF files that Pillow does not know (floating-point RGB of HDR and panorama programs) through OpenCV."""

from __future__ import annotations

import struct

import cv2
import numpy as np

from index.photo.errors import FailureKind, PhotoReadError
from index.photo.orientation import upright, upright_size
from index.photo.pixels import U8, DecodedPixels, check_size
from index.photo.tiff_directories import IMAGE_LENGTH, IMAGE_WIDTH, directories, value

cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
# OpenCV writes every odd TIFF tag to the terminal by itself; what went wrong comes back as an error all the same.

FULL_SCALE = {"uint8": 255.0, "uint16": 65535.0, "float32": 1.0, "float64": 1.0}
"""Value of white by sample type; floats are nominally 0..1 (Adobe, TIFF Technical Note 3), brighter is clipped."""


def decode_float_tiff(data: bytes, orientation: int) -> DecodedPixels:
    """The first picture of a TIFF -> pixels; its ICC profile is not applied. Raises `PhotoReadError`."""
    try:
        first = directories(data)[0]
        check_size(value(first, IMAGE_WIDTH), value(first, IMAGE_LENGTH))
        stored = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED | cv2.IMREAD_IGNORE_ORIENTATION)
    except (ValueError, IndexError, struct.error, cv2.error) as error:
        raise PhotoReadError(FailureKind.CORRUPT, "the TIFF is damaged or of a kind that cannot be decoded") from error
    if stored is None or stored.dtype.name not in FULL_SCALE:
        raise PhotoReadError(FailureKind.UNSUPPORTED, "this kind of TIFF cannot be decoded")
    rgb = upright(_rgb(stored.astype(np.float32) / FULL_SCALE[stored.dtype.name]), orientation)
    return DecodedPixels(rgb, upright_size((stored.shape[1], stored.shape[0]), orientation))


def _rgb(samples: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> U8:
    """(H, W) or (H, W, 3 or 4) float, blue first as OpenCV has it -> (H, W, 3) uint8 RGB; transparency is ignored."""
    eight_bit = np.rint(np.nan_to_num(samples).clip(0.0, 1.0) * 255.0).astype(np.uint8)
    if eight_bit.ndim == 2:
        return np.repeat(eight_bit[..., None], 3, axis=2)
    return np.ascontiguousarray(eight_bit[..., 2::-1])
