"""Which bytes of a TIFF, or of a RAW file built like one, are its picture: strips and tiles of the full size."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from index.photo.tiff_directories import (
    COMPRESSION,
    IMAGE_LENGTH,
    IMAGE_WIDTH,
    JPEG_TABLES,
    NEW_SUBFILE_TYPE,
    PANASONIC_RAW_OFFSET,
    Directory,
    directories,
    pieces,
    value,
)

REDUCED_RESOLUTION = 1
"""TIFF 6.0, NewSubfileType bit 0: a smaller copy of another picture in the file."""


def tiff_picture_data(data: bytes) -> Iterator[bytes | memoryview]:
    """Sizes and samples of every picture that is not a smaller copy. Raises ValueError or struct.error on damage."""
    view = memoryview(data)
    for directory in directories(data):
        if value(directory, NEW_SUBFILE_TYPE) & REDUCED_RESOLUTION:
            continue
        yield from _samples(view, directory)


def raf_picture_data(data: bytes) -> Iterator[bytes | memoryview]:
    """The sensor data of a Fujifilm RAF. Raises struct.error or ValueError on damage."""
    offset, length = struct.unpack_from(">II", data, RAF_SENSOR_OFFSET)
    yield _part(memoryview(data), offset, length)


RAF_SENSOR_OFFSET = 100
"""Where a RAF states offset and length of its sensor data (ExifTool, FujiFilm.pm, ProcessRAF)."""


def _samples(view: memoryview, directory: Directory) -> Iterator[bytes | memoryview]:
    parts = pieces(directory)
    if PANASONIC_RAW_OFFSET in directory:
        start = value(directory, PANASONIC_RAW_OFFSET)
        parts = [(start, len(view) - start)]
    if not parts:
        return
    yield struct.pack(">3I", *(value(directory, tag) for tag in (IMAGE_WIDTH, IMAGE_LENGTH, COMPRESSION)))
    yield bytes(directory.get(JPEG_TABLES, ()))
    for offset, length in parts:
        yield _part(view, offset, length)


def _part(view: memoryview, offset: int, length: int) -> memoryview:
    if length <= 0 or offset + length > len(view):
        raise ValueError("picture data lies past the end of the file")
    return view[offset : offset + length]
