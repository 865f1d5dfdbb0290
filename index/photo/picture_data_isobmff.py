"""Which bytes of a HEIC, AVIF or CR3 are its picture: the coded items (or tracks) without the EXIF and XMP items."""

from __future__ import annotations

from collections.abc import Iterator

from index.photo.isobmff_boxes import boxes, brand
from index.photo.isobmff_items import items

METADATA_ITEMS = frozenset({b"Exif", b"mime", b"uri "})
"""ISO/IEC 23008-12, annex A, and ISO/IEC 14496-12, 8.11.6: item types that hold EXIF, XMP and other text."""


def isobmff_picture_data(data: bytes) -> Iterator[memoryview]:
    """The picture items' data in the order of their numbers; a CR3's whole media data.

    Raises ValueError, LookupError or struct.error where the structure is damaged.
    """
    if brand(data) == b"crx ":
        yield from (memoryview(data)[box.start : box.end] for box in boxes(data) if box.kind == b"mdat")
        return
    for kind, parts in items(data):
        if kind not in METADATA_ITEMS:
            yield from parts
