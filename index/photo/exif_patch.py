"""Makes an EXIF block true of a cropped copy by changing bytes in place: every offset in it, and in a maker's note, holds."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

IMAGE_WIDTH, IMAGE_LENGTH, ORIENTATION, EXIF_IFD = 0x0100, 0x0101, 0x0112, 0x8769
PIXEL_X_DIMENSION, PIXEL_Y_DIMENSION, MAKER_NOTE = 0xA002, 0xA003, 0x927C
"""EXIF 2.32, tables 3 to 5."""
STRIP_OFFSETS, STRIP_BYTE_COUNTS = 0x0111, 0x0117
JPEG_OFFSET, JPEG_BYTES = 0x0201, 0x0202
"""EXIF 2.32, 4.5.5: where IFD1 says that the thumbnail lies, uncompressed or as a JPEG."""
WIDTHS = {3: "H", 4: "I"}
"""TIFF 6.0, page 15: SHORT and LONG as struct letters."""


class Entry(NamedTuple):
    """One tag of a directory: its type, how many values it has, and at which byte its 12 bytes begin."""

    tag: int
    kind: int
    values: int
    at: int


def patched_exif(block: bytes, size_px: tuple[int, int], orientation: int | None = None) -> bytes:
    """A TIFF block whose picture was cropped to (width, height) px as stored; the length stays.

    The thumbnail still shows all that was cropped off: it is unlinked, and blanked unless a maker's note lies over it.
    `orientation`: the new one where the pixels were turned. A damaged block stays as it is.
    """
    patched = bytearray(block)
    try:
        _patch(patched, size_px, orientation)
    except (struct.error, ValueError):
        return block
    return bytes(patched)


def _patch(block: bytearray, size_px: tuple[int, int], orientation: int | None) -> None:
    order = {b"II": "<", b"MM": ">"}.get(bytes(block[:2]))
    if order is None:
        raise ValueError("no byte order")
    (first,) = struct.unpack_from(order + "I", block, 4)
    main, next_at = _directory(block, order, first)
    exif = _exif_directory(block, order, main)
    width, height = size_px
    _state(block, order, main, {IMAGE_WIDTH: width, IMAGE_LENGTH: height})
    _state(block, order, exif, {PIXEL_X_DIMENSION: width, PIXEL_Y_DIMENSION: height})
    if orientation is not None:
        _state(block, order, main, {ORIENTATION: orientation})
    (second,) = struct.unpack_from(order + "I", block, next_at)
    if second:
        struct.pack_into(order + "I", block, next_at, 0)
        _blank_thumbnail(block, order, second, exif)


def _directory(block: bytearray, order: str, at: int) -> tuple[list[Entry], int]:
    """The entries of the directory at this byte, and where the offset of the following one stands."""
    (count,) = struct.unpack_from(order + "H", block, at)
    end = at + 2 + 12 * count
    entries = []
    for start in range(at + 2, end, 12):
        tag, kind, values = struct.unpack_from(order + "HHI", block, start)
        entries.append(Entry(tag, kind, values, start))
    return entries, end


def _exif_directory(block: bytearray, order: str, main: list[Entry]) -> list[Entry]:
    found = next((entry for entry in main if entry.tag == EXIF_IFD), None)
    return _directory(block, order, _value(block, order, found))[0] if found else []


def _state(block: bytearray, order: str, entries: list[Entry], values: dict[int, int]) -> None:
    for entry in entries:
        if entry.tag in values and entry.kind in WIDTHS and entry.values == 1:
            struct.pack_into(order + WIDTHS[entry.kind], block, entry.at + 8, values[entry.tag])


def _value(block: bytearray, order: str, entry: Entry) -> int:
    """The number that an entry holds, or the offset of what it points to."""
    letter = WIDTHS[entry.kind] if entry.kind in WIDTHS and entry.values == 1 else "I"
    return int(struct.unpack_from(order + letter, block, entry.at + 8)[0])


def _blank_thumbnail(block: bytearray, order: str, at: int, exif: list[Entry]) -> None:
    try:
        entries, _ = _directory(block, order, at)
    except struct.error:
        return  # unlinked it is; whatever the broken directory meant cannot be found by others either
    numbers = {entry.tag: _value(block, order, entry) for entry in entries}
    kept = [range(start, start + entry.values) for entry, start in _maker_notes(block, order, exif)]
    for offset, length in ((JPEG_OFFSET, JPEG_BYTES), (STRIP_OFFSETS, STRIP_BYTE_COUNTS)):
        start, size = numbers.get(offset, 0), numbers.get(length, 0)
        stop = min(start + size, len(block))
        if 0 < start < stop and not any(start < note.stop and note.start < stop for note in kept):
            block[start:stop] = bytes(stop - start)


def _maker_notes(block: bytearray, order: str, exif: list[Entry]) -> Iterator[tuple[Entry, int]]:
    for entry in exif:
        if entry.tag == MAKER_NOTE:
            yield entry, _value(block, order, entry)
