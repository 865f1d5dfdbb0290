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

STRIP_SAMPLES = 1 << 22
"""16 MB as floats: small beside any picture, and large enough that the work is numpy's."""

Samples = np.ndarray[tuple[int, ...], np.dtype[np.generic]]


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
    rgb = upright(_rgb(stored), orientation)
    return DecodedPixels(rgb, upright_size((stored.shape[1], stored.shape[0]), orientation))


def _rgb(stored: Samples) -> U8:
    """(H, W) or (H, W, 3 or 4) samples, blue first as OpenCV has it -> (H, W, 3) uint8 RGB; transparency is ignored.

    A strip at a time: copies of all the floats would take five times the memory of the picture.
    """
    rgb = np.empty((*stored.shape[:2], 3), np.uint8)
    rows = max(1, STRIP_SAMPLES // max(1, stored[0].size))
    for top in range(0, len(stored), rows):
        rgb[top : top + rows] = _eight_bit(stored[top : top + rows])
    return rgb


def _eight_bit(strip: Samples) -> U8:
    samples = strip.astype(np.float32) / FULL_SCALE[strip.dtype.name]
    eight_bit = np.rint(np.nan_to_num(samples).clip(0.0, 1.0) * 255.0).astype(np.uint8)
    return np.asarray(eight_bit[..., None] if eight_bit.ndim == 2 else eight_bit[..., 2::-1], np.uint8)
