"""Where a TIFF, and the RAW files built like one (DNG, NEF, CR2, ARW, ORF, RW2, PEF, SRW), keep their XMP packet."""

from __future__ import annotations

import struct

from index.photo.file_window import FileWindow

XMP_TAG = 700
"""XMP part 3, 1.1.6: the tag of the first directory, type BYTE or UNDEFINED."""
BYTE_TYPES = (1, 7)
BIG = (b"+\0", b"\0+")
"""BigTIFF: numbers of 8 bytes."""


def xmp_in_tiff(window: FileWindow) -> bytes | None:
    """The packet of the first directory. Raises ValueError or struct.error on damage."""
    head = window.at(0, 8)
    order = "<" if head[:2] == b"II" else ">"
    if head[2:4] in BIG:
        return _packet(window, struct.unpack(order + "Q", window.at(8, 8))[0], order + "Q", order + "HHQ8s")
    return _packet(window, struct.unpack(order + "I", head[4:])[0], order + "H", order + "HHI4s")


def _packet(window: FileWindow, directory: int, count_format: str, entry_format: str) -> bytes | None:
    """Of the directory there, whose entries have a tag, a type, a count, and a value or where it lies."""
    count_bytes, entry_bytes = struct.calcsize(count_format), struct.calcsize(entry_format)
    (count,) = struct.unpack(count_format, window.at(directory, count_bytes))
    entries = struct.iter_unpack(entry_format, window.at(directory + count_bytes, count * entry_bytes))
    for tag, kind, size_bytes, value in entries:
        if tag == XMP_TAG and kind in BYTE_TYPES:
            offset_format = entry_format[0] + ("Q" if len(value) == 8 else "I")
            return window.at(struct.unpack(offset_format, value)[0], size_bytes) if size_bytes > len(value) else None
    return None
