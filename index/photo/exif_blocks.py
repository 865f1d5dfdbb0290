"""Where a file keeps its EXIF, for the containers that the EXIF library does not open by itself."""

from __future__ import annotations

import struct

from index.photo.formats import Container, container_of
from index.photo.isobmff_boxes import boxes, brand, first_box
from index.photo.isobmff_items import items
from index.photo.riff_png_chunks import png_chunks, webp_chunks

CANON_UUID = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")
"""The `uuid` box in `moov` that holds a CR3's EXIF (lclevy, canon_cr3: CMT1 is IFD0, CMT2 the Exif IFD, both whole
TIFF files)."""

RAF_JPEG_OFFSET = 84
"""Where a Fujifilm RAF states offset and length of its embedded JPEG, which carries the EXIF (ExifTool,
FujiFilm.pm)."""


def exif_blocks(data: bytes) -> list[bytes]:
    """Files or TIFF blocks that the EXIF library can open, most important first; empty where there is no EXIF.

    Raises ValueError, LookupError or struct.error for a damaged container.
    """
    match container_of(data[:16]):
        case Container.WEBP:
            return [_tiff(chunk) for kind, chunk in webp_chunks(data) if kind == b"EXIF"][:1]
        case Container.PNG:
            return [_tiff(chunk) for kind, chunk in png_chunks(data) if kind == b"eXIf"][:1]
        case Container.RAF:
            offset, length = struct.unpack_from(">II", data, RAF_JPEG_OFFSET)
            return [data[offset : offset + length]]
        case Container.ISOBMFF:
            return _canon_blocks(data, (b"CMT1", b"CMT2")) if brand(data) == b"crx " else _heif_blocks(data)
        case Container.UNKNOWN:
            return []
    return [data]


def maker_note_blocks(data: bytes) -> list[bytes]:
    """TIFF blocks that may hold a maker's note: those of `exif_blocks`, and the one that a CR3 keeps apart (CMT3)."""
    apart = container_of(data[:16]) is Container.ISOBMFF and brand(data) == b"crx "
    return _canon_blocks(data, (b"CMT3",)) if apart else exif_blocks(data)


def _tiff(chunk: memoryview) -> bytes:
    """The WebP chunk should hold a bare TIFF block (RFC 9649); many writers put JPEG's prefix before it."""
    return bytes(chunk).removeprefix(b"Exif\0\0")


def _heif_blocks(data: bytes) -> list[bytes]:
    """An Exif item begins with the distance to its TIFF block (ISO/IEC 23008-12, A.2.1), past any `Exif` prefix."""
    payloads = [b"".join(parts) for kind, parts in items(data) if kind == b"Exif"]
    return [payload[4 + int.from_bytes(payload[:4], "big") :] for payload in payloads]


def _canon_blocks(data: bytes, kinds: tuple[bytes, ...]) -> list[bytes]:
    moov = first_box(data, b"moov")
    if moov is None:
        return []
    for box in boxes(data, moov.start, moov.end):
        if box.kind == b"uuid" and data[box.start : box.start + 16] == CANON_UUID:
            inner = boxes(data, box.start + 16, box.end)
            return [data[part.start : part.end] for part in inner if part.kind in kinds]
    return []
