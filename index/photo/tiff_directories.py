"""Reads the directories (IFDs) of a TIFF and of the RAW files built like one (TIFF 6.0; TIFF/EP for sub-IFDs)."""

from __future__ import annotations

import struct

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

FORMATS = {1: "B", 3: "H", 4: "I", 7: "B", 13: "I"}
"""TIFF 6.0, page 15: the unsigned integer types (and IFD, type 13 of TIFF Technical Note 1) as struct letters."""

MAX_DIRECTORIES = 64
"""A stop for files whose directories point in circles; cameras write up to about 8."""

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


def _directory(data: bytes, order: str, offset: int) -> tuple[Directory, int]:
    (count,) = struct.unpack_from(order + "H", data, offset)
    entries = [_entry(data, order, offset + 2 + 12 * index) for index in range(count)]
    end = offset + 2 + 12 * count
    following = struct.unpack_from(order + "I", data, end)[0] if end + 4 <= len(data) else 0
    return {tag: numbers for tag, numbers in entries if numbers}, following


def _entry(data: bytes, order: str, offset: int) -> tuple[int, tuple[int, ...]]:
    tag, kind, count = struct.unpack_from(order + "HHI", data, offset)
    letter = FORMATS.get(kind)
    if letter is None or count == 0:
        return tag, ()
    size = count * struct.calcsize(letter)
    start = offset + 8 if size <= 4 else struct.unpack_from(order + "I", data, offset + 8)[0]
    if start + size > len(data):
        raise ValueError(f"tag {tag:#x} lies past the end of the file")
    return tag, struct.unpack_from(f"{order}{count}{letter}", data, start)
