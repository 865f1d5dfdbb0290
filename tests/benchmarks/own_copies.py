"""Copies of JPEGs that look the same and are different pictures to whoever compares their bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

import cv2
import numpy as np
import simplejpeg

from index.photo.jpeg_segments import segments

SMALL_PIXELS = 1_000_000
DQT, UNUSED_TABLE, TABLE_BYTES = b"\xff\xdb", 3, 64
"""A quantisation table (ITU-T T.81, B.2.4.1) that no component names: it is part of the picture, and changes no pixel of it.
Comments and EXIF would not do, for they are no part of it."""


def write_copies(photos: Sequence[Path], folder: Path, count: int, *, small: bool = False) -> None:
    """So many files in `folder`, the photos in turn; `small` encodes them anew at a megapixel."""
    folder.mkdir(parents=True)
    contents = [small_copy(photo.read_bytes()) if small else photo.read_bytes() for photo in photos]
    for number, data in enumerate(islice(cycle(contents), count)):
        (folder / f"IMG_{number:06d}.JPG").write_bytes(with_own_table(data, number))


def small_copy(data: bytes) -> bytes:
    """The JPEG at about a megapixel, without its EXIF."""
    rgb = simplejpeg.decode_jpeg(data)
    factor = min(1.0, (SMALL_PIXELS / (rgb.shape[0] * rgb.shape[1])) ** 0.5)
    small = cv2.resize(rgb, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return bytes(simplejpeg.encode_jpeg(np.ascontiguousarray(small), quality=90))


def with_own_table(data: bytes, number: int) -> bytes:
    """The JPEG with a table of its own before its first scan."""
    *_, scan = segments(data)
    start = scan.start - 4
    table = bytes(1 + digit for digit in _digits(number))
    segment = DQT + (3 + TABLE_BYTES).to_bytes(2, "big") + bytes([UNUSED_TABLE]) + table
    return data[:start] + segment + data[start:]


def _digits(number: int) -> Iterator[int]:
    for _ in range(TABLE_BYTES):
        number, digit = divmod(number, 255)
        yield digit
