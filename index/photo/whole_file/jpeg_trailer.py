"""Whether what follows a JPEG's picture in its file is all there: further pictures, a film, or padding."""

from __future__ import annotations

import struct

from index.photo.file_window import FileWindow
from index.photo.isobmff_boxes import boxes_of_file
from index.photo.jpeg_segments import Segment
from index.photo.picture_data_jpeg import END_OF_IMAGE
from index.photo.tiff_directories import ENTRY_BYTES, entries_of
from index.photo.whole_file.wholeness import Unknown, Whole, Wholeness

MPF_IDENTIFIER = b"MPF\0"
"""CIPA DC-007, 5.1: prefix of the APP2 segment whose index names the further pictures of the file."""
MP_ENTRY = 0xB002
MP_ENTRY_FORMAT = "IIIHH"
"""CIPA DC-007, 5.2.3.3: attributes, size, offset from the index's own header (0 for the first picture), two dependants."""
QUANTISATION_TABLES = b"\xff\xdb"
"""ITU-T T.81, table B.1: any JPEG has them. A Minolta DiMAGE writes its preview after the picture with a first byte of 0."""
LOOKED_AT_BYTES = 64 * 1024
"""A choice: cameras pad a file with zeros to whole blocks, and none has bigger ones."""


def ends_with_eoi(window: FileWindow) -> bool:
    """Whether the last marker, before zeros that pad the file, is an EOI."""
    size_bytes = min(LOOKED_AT_BYTES, window.size_bytes)
    return window.at(window.size_bytes - size_bytes, size_bytes).rstrip(b"\0").endswith(END_OF_IMAGE)


def has_all_pictures(window: FileWindow, index: Segment) -> bool:
    """Whether each picture that the index names lies in the file and ends with an EOI.

    Raises ValueError or struct.error where the index is damaged.
    """
    origin = index.start + len(MPF_IDENTIFIER)
    named = [
        (origin + offset if offset else 0, size_bytes)
        for offset, size_bytes in _pictures(window.at(origin, index.end - origin))
        if size_bytes
    ]
    inside = all(start + size_bytes <= window.size_bytes for start, size_bytes in named)
    return bool(named) and inside and all(ends_with_eoi(window.within(*one)) for one in named)


def how_whole_trailer(trailer: FileWindow) -> Wholeness:
    """Whether what comes after the picture is all there: a film or another picture has to be, while of padding and of makers'
    notes nothing is needed."""
    head = trailer.head(LOOKED_AT_BYTES)
    if head[4:8] == b"ftyp":
        is_whole = all(box.end <= trailer.size_bytes for box in boxes_of_file(trailer))
        return Whole() if is_whole else Unknown("its picture is there, but not all of the film that follows")
    if QUANTISATION_TABLES in head and not ends_with_eoi(trailer):
        return Unknown("its main picture is there, but not all of the one that follows")
    return Whole()


def _pictures(index: bytes) -> list[tuple[int, int]]:
    """(offset, size) of each picture; the index is a TIFF's first directory."""
    order = "<" if index[:2] == b"II" else ">"
    (at,) = struct.unpack_from(order + "I", index, 4)
    (count,) = struct.unpack_from(order + "H", index, at)
    for entry in entries_of(index[at + 2 : at + 2 + ENTRY_BYTES * count], order, at + 2):
        if entry.tag == MP_ENTRY:
            raw = index[entry.start : entry.start + entry.size_bytes]
            return [(offset, size) for _, size, offset, _, _ in struct.iter_unpack(order + MP_ENTRY_FORMAT, raw)]
    return []
