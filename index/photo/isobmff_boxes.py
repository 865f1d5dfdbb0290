"""Walks the boxes of an ISO base media file (ISO/IEC 14496-12): HEIC, HEIF, AVIF, CR3."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from index.photo.file_window import FileWindow


class Box(NamedTuple):
    """A box: four-letter kind, and where its payload begins and ends in the file."""

    kind: bytes
    start: int
    end: int


def boxes(data: bytes, start: int = 0, end: int | None = None) -> Iterator[Box]:
    """The boxes between two offsets. Raises ValueError where a box claims an impossible size."""
    end = len(data) if end is None else end
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        header = 8
        if size == 1:
            size, header = struct.unpack_from(">Q", data, start + 8)[0], 16
        elif size == 0:
            size = end - start
        if size < header or start + size > end:
            raise ValueError(f"box {kind!r} claims {size} bytes, {end - start} are left")
        yield Box(kind, start + header, start + size)
        start += size


def boxes_of_file(window: FileWindow) -> Iterator[Box]:
    """The outermost boxes of a file, read one head at a time; the last may reach past its end. Raises ValueError where a box
    is smaller than its own head.
    """
    position = 0
    while position + 8 <= window.size_bytes:
        size, kind = struct.unpack(">I4s", window.at(position, 8))
        header = 8
        if size == 1:
            size, header = struct.unpack(">Q", window.at(position + 8, 8))[0], 16
        elif size == 0:
            size = window.size_bytes - position
        if size < header:
            raise ValueError(f"box {kind!r} claims {size} bytes")
        yield Box(kind, position + header, position + size)
        position += size


def first_box(data: bytes, kind: bytes, start: int = 0, end: int | None = None) -> Box | None:
    """The first box of that kind, or None."""
    return next((box for box in boxes(data, start, end) if box.kind == kind), None)


def brand(data: bytes) -> bytes:
    """The major brand: `heic`, `avif`, `crx ` (CR3)..."""
    return data[8:12]
