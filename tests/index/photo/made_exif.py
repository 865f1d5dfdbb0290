"""A small EXIF block with a maker's note and a thumbnail, in either byte order."""

from __future__ import annotations

import struct

MAKER_NOTE = b"a maker's note, of odd size."
THUMBNAIL = b"\xff\xd8 a small picture \xff\xd9"


def made_exif(
    order: str = "<",
    kind: int = 4,
    *,
    size_px: tuple[int, int] = (4000, 3000),
    orientation: int = 1,
    with_thumbnail: bool = True,
) -> bytes:
    """IFD0 (Orientation, Exif IFD), the Exif IFD (size as SHORT 3 or LONG 4, maker's note), IFD1; without a thumbnail its
    bytes are zero and nothing leads to IFD1."""
    main_at, exif_at, second_at, note_at = 8, 8 + 2 + 24 + 4, 8 + 30 + 42, 8 + 30 + 42 + 30
    thumbnail_at = note_at + len(MAKER_NOTE)
    mark = b"II*\0" if order == "<" else b"MM\0*"
    main = _directory(order, [(0x0112, 3, 1, orientation), (0x8769, 4, 1, exif_at)], second_at if with_thumbnail else 0)
    width, height = size_px
    note = (0x927C, 7, len(MAKER_NOTE), note_at)
    exif = _directory(order, [note, (0xA002, kind, 1, width), (0xA003, kind, 1, height)], 0)
    second = _directory(order, [(0x0201, 4, 1, thumbnail_at), (0x0202, 4, 1, len(THUMBNAIL))], 0)
    picture = THUMBNAIL if with_thumbnail else bytes(len(THUMBNAIL))
    return mark + struct.pack(order + "I", main_at) + main + exif + second + MAKER_NOTE + picture


def _directory(order: str, entries: list[tuple[int, int, int, int]], following: int) -> bytes:
    packed = b"".join(
        struct.pack(order + "HHI", tag, kind, count)
        + (struct.pack(order + "HH", value, 0) if kind == 3 else struct.pack(order + "I", value))
        for tag, kind, count, value in entries
    )
    return struct.pack(order + "H", len(entries)) + packed + struct.pack(order + "I", following)
