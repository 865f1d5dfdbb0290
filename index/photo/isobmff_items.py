"""The numbered items of a HEIF or AVIF file: what each is and where its bytes lie (ISO/IEC 14496-12, 8.11)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from index.photo.isobmff_boxes import Box, boxes, first_box

IN_FILE, IN_IDAT = 0, 1
"""`iloc` construction methods (ISO/IEC 14496-12, 8.11.3): offsets count from the file's start, or from the `idat`
box's."""

METADATA_KINDS = frozenset({b"Exif", b"mime"})
"""Items that are no picture (ISO/IEC 23008-12, annex A): EXIF, and XMP as a MIME type."""


def items(data: bytes) -> Iterator[tuple[bytes, list[memoryview]]]:
    """(four-letter type, parts) of each item in the order of their numbers.

    Raises ValueError, LookupError or struct.error where the structure is damaged.
    """
    inside = _inside_meta(data)
    kinds = dict(_item_kinds(data, inside[b"iinf"]))
    for item, method, extents in sorted(_locations(data, inside[b"iloc"])):
        yield kinds.get(item, b""), list(_extents(memoryview(data), inside.get(b"idat"), method, extents))


def placed_items(data: bytes) -> Iterator[tuple[int, bytes, list[tuple[int, int]]]]:
    """(number, four-letter type, [(offset in the file, length)]) of each item. `data` need not reach further than to the end of
    the `meta` box.

    Raises ValueError, LookupError or struct.error where the structure is damaged.
    """
    inside = _inside_meta(data)
    kinds = dict(_item_kinds(data, inside[b"iinf"]))
    idat = inside.get(b"idat")
    for item, method, extents in sorted(_locations(data, inside[b"iloc"])):
        if method == IN_FILE or (method == IN_IDAT and idat):
            origin = idat.start if method == IN_IDAT and idat else 0
            yield item, kinds.get(item, b""), [(origin + offset, length) for offset, length in extents]


def picture_ends_too_soon(data: bytes) -> bool:
    """Whether part of a picture item, such as a tile, lies past the end of the file; metadata does not count.

    Raises ValueError, LookupError or struct.error where the structure is damaged.
    """
    inside = _inside_meta(data)
    kinds = dict(_item_kinds(data, inside[b"iinf"]))
    return any(
        method == IN_FILE and kinds.get(item) not in METADATA_KINDS and offset + length > len(data)
        for item, method, extents in _locations(data, inside[b"iloc"])
        for offset, length in extents
    )


def _inside_meta(data: bytes) -> dict[bytes, Box]:
    """The boxes within `meta`, by their four-letter type."""
    meta = first_box(data, b"meta")
    if meta is None:
        raise ValueError("no meta box")
    return {box.kind: box for box in boxes(data, meta.start + 4, meta.end)}


def _item_kinds(data: bytes, iinf: Box) -> Iterator[tuple[int, bytes]]:
    """(item number, four-letter type) of each `infe` box, version 2 or 3."""
    count_bytes = 2 if data[iinf.start] == 0 else 4
    for box in boxes(data, iinf.start + 4 + count_bytes, iinf.end):
        wide = data[box.start] >= 3
        (item,) = struct.unpack_from(">I" if wide else ">H", data, box.start + 4)
        kind_at = box.start + (10 if wide else 8)
        yield item, data[kind_at : kind_at + 4]


def _locations(data: bytes, iloc: Box) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """(item number, construction method, [(offset, length)]) of each item."""
    fields = _Fields(data, iloc)
    version = fields.take(1)
    fields.take(3)
    sizes = fields.take(2)
    offset_bytes, length_bytes, base_bytes, index_bytes = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15
    for _ in range(fields.take(4 if version == 2 else 2)):
        item = fields.take(4 if version == 2 else 2)
        method = fields.take(2) & 15 if version else IN_FILE
        fields.take(2)  # data_reference_index
        base = fields.take(base_bytes)
        extents = []
        for _ in range(fields.take(2)):
            fields.take(index_bytes if version else 0)
            extents.append((base + fields.take(offset_bytes), fields.take(length_bytes)))
        yield item, method, extents


class _Fields:
    """Big-endian integers read one after another from a box."""

    def __init__(self, data: bytes, box: Box) -> None:
        self._data, self._position, self._end = data, box.start, box.end

    def take(self, size_bytes: int) -> int:
        """The next integer; ValueError past the end of the box."""
        start, self._position = self._position, self._position + size_bytes
        if self._position > self._end:
            raise ValueError("the item locations end too soon")
        return int.from_bytes(self._data[start : self._position], "big")


def _extents(view: memoryview, idat: Box | None, method: int, extents: list[tuple[int, int]]) -> Iterator[memoryview]:
    origin = idat.start if method == IN_IDAT and idat else 0
    for offset, length in extents:
        if method not in (IN_FILE, IN_IDAT) or origin + offset + length > len(view):
            raise ValueError("an item lies outside the file")
        yield view[origin + offset : origin + offset + length]
