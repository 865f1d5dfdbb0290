"""A small, valid RAW file: an uncompressed Bayer mosaic after Adobe's DNG specification 1.4, without a preview."""

from __future__ import annotations

import struct
from fractions import Fraction
from pathlib import Path

import numpy as np
from PIL.ExifTags import Base

from tests.shoot.frame_truth import MODEL, FrameTruth
from tests.shoot.metadata import exposure_facts, main_facts

BLACK_LEVEL, WHITE_LEVEL = 256, 4095  # a 12-bit sensor
# What daylight leaves of white in the red, green and blue photosites: green is the most sensitive on any sensor.
NEUTRAL = np.array([0.5, 1.0, 0.625])
# XYZ to linear sRGB, IEC 61966-2-1; our sensor sees sRGB's primaries.
_XYZ_TO_SRGB = np.array([[3.2406, -1.5372, -0.4986], [-0.9689, 1.8758, 0.0415], [0.0557, -0.2040, 1.0570]])

_TIFF_EP_CFA_PATTERN = 33422  # ISO 12234-2; EXIF has a tag of the same name with another layout
_ASCII, _SHORT, _LONG, _RATIONAL, _BYTE, _SRATIONAL = 2, 3, 4, 5, 1, 10  # TIFF 6.0, section 2
_STRUCT_CODES = {_ASCII: "s", _SHORT: "H", _LONG: "I", _BYTE: "B"}
_ITEM_BYTES = {_ASCII: 1, _SHORT: 2, _LONG: 4, _BYTE: 1, _RATIONAL: 8, _SRATIONAL: 8}

Entry = tuple[int, list]


def mosaic(light: np.ndarray) -> np.ndarray:
    """(H, W) uint16 RGGB photosites of (H, W, 3) linear light."""
    sites = np.empty(light.shape[:2], np.float32)
    for row, column, channel in ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 2)):
        sites[row::2, column::2] = light[row::2, column::2, channel] * NEUTRAL[channel]
    levels = BLACK_LEVEL + np.clip(sites, 0.0, 1.0) * (WHITE_LEVEL - BLACK_LEVEL)
    return np.round(levels).astype("<u2")


def write_dng(path: Path, light: np.ndarray, frame: FrameTruth) -> None:
    """Writes `light` (H, W, 3), linear, as a RAW file with the EXIF of `frame`."""
    strip = mosaic(light).tobytes()
    height, width = light.shape[:2]
    entries = _raw_tags(width, height, len(strip)) | {tag: _typed(fact) for tag, fact in main_facts(frame).items()}
    exif = {tag: _typed(fact) for tag, fact in exposure_facts(frame).items()}
    exif[Base.ExposureBiasValue] = (_SRATIONAL, exif[Base.ExposureBiasValue][1])
    exif_at = 8 + len(_directory(entries | {Base.StripOffsets: (_LONG, [0]), Base.ExifOffset: (_LONG, [0])}, 8))
    strip_at = exif_at + len(_directory(exif, exif_at))
    entries |= {Base.StripOffsets: (_LONG, [strip_at]), Base.ExifOffset: (_LONG, [exif_at])}
    header = struct.pack("<2sHI", b"II", 42, 8)
    path.write_bytes(header + _directory(entries, 8) + _directory(exif, exif_at) + strip)


def _raw_tags(width: int, height: int, strip_bytes: int) -> dict[int, Entry]:
    to_sensor = (NEUTRAL[:, None] * _XYZ_TO_SRGB).ravel()
    return {
        Base.NewSubfileType: (_LONG, [0]),
        Base.ImageWidth: (_LONG, [width]),
        Base.ImageLength: (_LONG, [height]),
        Base.BitsPerSample: (_SHORT, [16]),
        Base.Compression: (_SHORT, [1]),
        Base.PhotometricInterpretation: (_SHORT, [32803]),  # colour filter array
        Base.SamplesPerPixel: (_SHORT, [1]),
        Base.RowsPerStrip: (_LONG, [height]),
        Base.StripByteCounts: (_LONG, [strip_bytes]),
        Base.PlanarConfiguration: (_SHORT, [1]),
        Base.CFARepeatPatternDim: (_SHORT, [2, 2]),
        _TIFF_EP_CFA_PATTERN: (_BYTE, [0, 1, 1, 2]),
        Base.DNGVersion: (_BYTE, [1, 4, 0, 0]),
        Base.DNGBackwardVersion: (_BYTE, [1, 1, 0, 0]),
        Base.UniqueCameraModel: _typed(MODEL),
        Base.BlackLevel: (_SHORT, [BLACK_LEVEL]),
        Base.WhiteLevel: (_SHORT, [WHITE_LEVEL]),
        Base.ColorMatrix1: (_SRATIONAL, [Fraction(round(number * 10_000), 10_000) for number in to_sensor]),
        Base.AsShotNeutral: (_RATIONAL, [Fraction(number) for number in NEUTRAL]),
        Base.CalibrationIlluminant1: (_SHORT, [21]),  # D65
    }


def _typed(fact: str | int | Fraction) -> Entry:
    if isinstance(fact, str):
        return _ASCII, [fact.encode("ascii") + b"\0"]
    return (_SHORT, [fact]) if isinstance(fact, int) else (_RATIONAL, [fact])


def _packed(kind: int, values: list) -> bytes:
    if kind == _ASCII:
        return bytes(values[0])
    if kind in (_RATIONAL, _SRATIONAL):
        code = "<ii" if kind == _SRATIONAL else "<II"
        return b"".join(struct.pack(code, value.numerator, value.denominator) for value in values)
    return struct.pack(f"<{len(values)}{_STRUCT_CODES[kind]}", *values)


def _directory(entries: dict[int, Entry], offset: int) -> bytes:
    """A TIFF image file directory that starts at `offset`, with the values that do not fit into it behind it."""
    head, tail = struct.pack("<H", len(entries)), b""
    tail_at = offset + 2 + 12 * len(entries) + 4
    for tag, (kind, values) in sorted(entries.items()):
        packed = _packed(kind, values)
        field = packed.ljust(4, b"\0") if len(packed) <= 4 else struct.pack("<I", tail_at + len(tail))
        head += struct.pack("<HHI", tag, kind, len(packed) // _ITEM_BYTES[kind]) + field
        if len(packed) > 4:
            tail += packed + b"\0" * (len(packed) % 2)
    return head + struct.pack("<I", 0) + tail
