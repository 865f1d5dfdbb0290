"""Where a HEIC, HEIF, AVIF or CR3 keeps its XMP packet."""

from __future__ import annotations

import struct

from index.photo.file_window import FileWindow
from index.photo.isobmff_boxes import Box, boxes, boxes_of_file, first_box
from index.photo.isobmff_items import placed_items

XMP_UUID = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
"""XMP part 3, 1.2.6: the `uuid` box of the file that holds the packet; so in a CR3 (lclevy, canon_cr3)."""
LOOKS_LIKE_XMP = (b"adobe:ns:meta", b"http://www.w3.org/1999/02/22-rdf-syntax-ns#")
DESCRIBES = b"cdsc"
"""ISO/IEC 23008-12, 6.4.7: which picture an item of metadata is about. A phone's depth and gain maps have packets of their
own."""


def xmp_in_isobmff(window: FileWindow) -> bytes | None:
    """The packet of the file, or of its main picture. Raises ValueError, LookupError or struct.error on damage."""
    for box in boxes_of_file(window):
        if box.kind == b"uuid" and window.at(box.start, 16) == XMP_UUID:
            return window.at(box.start + 16, box.end - box.start - 16)
        if box.kind == b"meta":
            return _packet_of_item(window, window.at(0, box.end))
    return None


def _packet_of_item(window: FileWindow, head: bytes) -> bytes | None:
    """`head`: the file up to the end of its `meta` box."""
    packets: list[tuple[bool, bytes]] = []
    about = _about_main_picture(head)
    for number, kind, extents in placed_items(head):
        if kind == b"mime":
            data = b"".join(window.at(offset, length) for offset, length in extents)
            if any(mark in data for mark in LOOKS_LIKE_XMP):
                packets.append((number in about, data))
    packets.sort(key=lambda packet: not packet[0])
    return packets[0][1] if packets else None


def _about_main_picture(head: bytes) -> frozenset[int]:
    """The numbers of the items that describe it."""
    meta = first_box(head, b"meta")
    inside = {box.kind: box for box in boxes(head, meta.start + 4, meta.end)} if meta else {}
    if b"pitm" not in inside or b"iref" not in inside:
        return frozenset()
    main, references = _number(head, inside[b"pitm"]), inside[b"iref"]
    wide = head[references.start] > 0
    found = set()
    for box in boxes(head, references.start + 4, references.end):
        numbers = [n for (n,) in struct.iter_unpack(">I" if wide else ">H", _reference(head, box, wide))]
        if box.kind == DESCRIBES and main in numbers[1:]:
            found.add(numbers[0])
    return frozenset(found)


def _number(head: bytes, pitm: Box) -> int:
    """ISO/IEC 14496-12, 8.11.4: of 16 bits in version 0, else of 32."""
    (number,) = struct.unpack_from(">I" if head[pitm.start] else ">H", head, pitm.start + 4)
    return int(number)


def _reference(head: bytes, box: Box, wide: bool) -> bytes:
    """ISO/IEC 14496-12, 8.11.12: from which item, how many, to which; without the count, which has always 16 bits."""
    number_bytes = 4 if wide else 2
    return head[box.start : box.start + number_bytes] + head[box.start + number_bytes + 2 : box.end]
