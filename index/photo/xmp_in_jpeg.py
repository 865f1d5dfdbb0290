"""Where a JPEG, and the JPEG inside a Fujifilm RAF, keeps its XMP packet."""

from __future__ import annotations

import struct

from index.photo.exif_blocks import RAF_JPEG_OFFSET
from index.photo.file_window import MOST_BYTES, FileWindow
from index.photo.jpeg_metadata import XMP
from index.photo.jpeg_segments import APP1, segments

HEADS_BYTES = (128 * 1024, 2 * 1024 * 1024, MOST_BYTES)
"""How much is read at first, and then where a segment reaches further: EXIF, a packet and a profile fit into 128 kB."""


def xmp_in_jpeg(window: FileWindow) -> bytes | None:
    """The main packet. What does not fit into it (`http://ns.adobe.com/xmp/extension/`: depth maps, histories) is no mark: XMP
    part 3, 1.1.3.1 has every packet stand by itself.

    Raises ValueError where the structure is damaged before a packet is found.
    """
    for size_bytes in HEADS_BYTES:
        head = window.head(size_bytes)
        try:
            return _packet(head)
        except ValueError:
            if len(head) == window.size_bytes:
                raise
    return None


def xmp_in_raf(window: FileWindow) -> bytes | None:
    """That of the JPEG within. Raises ValueError or struct.error on damage."""
    offset, length = struct.unpack(">II", window.at(RAF_JPEG_OFFSET, 8))
    return xmp_in_jpeg(window.within(offset, length))


def _packet(head: bytes) -> bytes | None:
    for segment in segments(head):
        if segment.marker == APP1 and head.startswith(XMP, segment.start):
            return head[segment.start + len(XMP) : segment.end]
    return None
