"""Reads the directories (IFDs) of a TIFF and of the RAW files built like one (TIFF 6.0; TIFF/EP for sub-IFDs)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

NEW_SUBFILE_TYPE = 0x00FE
IMAGE_WIDTH = 0x0100
IMAGE_LENGTH = 0x0101
COMPRESSION = 0x0103
STRIP_OFFSETS, STRIP_BYTE_COUNTS = 0x0111, 0x0117
TILE_OFFSETS, TILE_BYTE_COUNTS = 0x0144, 0x0145
SUB_IFDS = 0x014A
JPEG_TABLES = 0x015B
PANASONIC_RAW_OFFSET = 0x0118
"""ExifTool, PanasonicRaw.pm: RawDataOffset; the sensor data runs from there to the end of an RW2."""

THUMBNAIL_OFFSET, THUMBNAIL_BYTES = 0x0201, 0x0202
"""TIFF 6.0, section 22: JPEGInterchangeFormat and its length; EXIF 2.32, 4.6.9: so a thumbnail is kept."""
EXIF_IFD, GPS_IFD = 0x8769, 0x8825
"""EXIF 2.32, 4.6.3: directories of their own."""

TYPE_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""TIFF 6.0, page 15, and IFD (TIFF Technical Note 1)."""
ENTRY_BYTES = 12
FORMATS = {1: "B", 3: "H", 4: "I", 7: "B", 13: "I"}
"""TIFF 6.0, page 15: the unsigned integer types (and IFD, type 13 of TIFF Technical Note 1) as struct letters."""

MAX_DIRECTORIES = 64
"""A stop for files whose directories point in circles; cameras write up to about 8."""


class Entry(NamedTuple):
    """One field of a directory: its tag, type and count, and where in the file its value lies."""

    tag: int
    kind: int
    values: int
    start: int

    @property
    def size_bytes(self) -> int:
        """0 for types that nobody has defined."""
        return self.values * TYPE_BYTES.get(self.kind, 0)


Directory = dict[int, tuple[int, ...]]
"""Tag -> its unsigned integers; tags of other types are left out."""


def directories(data: bytes) -> list[Directory]:
    """All directories: the main chain, each followed by its sub-directories. Raises ValueError or struct.error on
    damage."""
    order = "<" if data[:2] == b"II" else ">"
    if data[2:4] in (b"+\0", b"\0+"):
        raise ValueError("BigTIFF")
    waiting = list(struct.unpack_from(order + "I", data, 4))
    found: dict[int, Directory] = {}
    while waiting and len(found) < MAX_DIRECTORIES:
        offset = waiting.pop(0)
        if offset == 0 or offset in found:
            continue
        directory, following = _directory(data, order, offset)
        found[offset] = directory
        waiting = [*directory.get(SUB_IFDS, ()), following, *waiting]
    return list(found.values())


def value(directory: Directory, tag: int, default: int = 0) -> int:
    """The first integer of a tag."""
    return next(iter(directory.get(tag, ())), default)


def pieces(directory: Directory) -> list[tuple[int, int]]:
    """(offset, length) of the strips or tiles; empty where the directory holds no picture."""
    for offsets, counts in ((STRIP_OFFSETS, STRIP_BYTE_COUNTS), (TILE_OFFSETS, TILE_BYTE_COUNTS)):
        if offsets in directory and counts in directory:
            return list(zip(directory[offsets], directory[counts], strict=False))
    return []


def entries_of(table: bytes, order: str, table_at: int) -> Iterator[Entry]:
    """The fields of a directory from the bytes between its count and the offset of the next; `table_at`: where those lie."""
    for index, (tag, kind, count, where) in enumerate(struct.iter_unpack(order + "HHII", table)):
        entry = Entry(tag, kind, count, where)
        fits = entry.size_bytes <= 4
        yield entry._replace(start=table_at + ENTRY_BYTES * index + 8) if fits else entry


def numbers_of(entry: Entry, order: str, raw: bytes) -> tuple[int, ...]:
    """The unsigned integers that the bytes of a value hold; none for other types."""
    letter = FORMATS.get(entry.kind)
    return struct.unpack(f"{order}{entry.values}{letter}", raw) if letter else ()


def _directory(data: bytes, order: str, offset: int) -> tuple[Directory, int]:
    (count,) = struct.unpack_from(order + "H", data, offset)
    end = offset + 2 + ENTRY_BYTES * count
    if end > len(data):
        raise ValueError("a directory reaches past the end of the file")
    entries = [entry for entry in entries_of(data[offset + 2 : end], order, offset + 2) if entry.kind in FORMATS]
    following = struct.unpack_from(order + "I", data, end)[0] if end + 4 <= len(data) else 0
    return {entry.tag: _numbers(data, order, entry) for entry in entries if entry.values}, following


def _numbers(data: bytes, order: str, entry: Entry) -> tuple[int, ...]:
    end = entry.start + entry.size_bytes
    if end > len(data):
        raise ValueError(f"tag {entry.tag:#x} lies past the end of the file")
    return numbers_of(entry, order, data[entry.start : end])
