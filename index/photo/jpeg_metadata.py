"""The metadata of a JPEG as a cropped copy carries it: in its order, its bytes kept but for what the crop makes false."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from index.photo.exif_patch import patched_exif
from index.photo.jpeg_frame import ADOBE, ADOBE_TRANSFORM, APP14, JFIF
from index.photo.jpeg_segments import APP0, APP1, APP2, APP15, COM, segments
from index.photo.photoshop_blocks import SIGNATURE as PHOTOSHOP
from index.photo.photoshop_blocks import without_thumbnail
from index.photo.xmp_patch import patched_xmp

APP13 = 0xED
EXIF = b"Exif\0\0"
"""EXIF 2.32, 4.7.2."""
XMP = b"http://ns.adobe.com/xap/1.0/\0"
"""XMP part 3, 1.1.3. What does not fit into one segment follows in others, under another name."""
MPF = b"MPF\0"
"""CIPA DC-007, 5.1: where in the file the other pictures lie, which are not copied."""
JFXX = b"JFXX\0"
"""JFIF 1.02: a thumbnail."""
JFIF_BYTES = 14
"""The same, up to and with the size of the thumbnail that may follow; bytes 12 and 13 are its width and height."""
MOST_BYTES = 65_533
"""ITU-T T.81, B.1.1.4: the length of a segment has 16 bits and counts itself."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What a copy is not as its original: (width, height) as stored; `orientation` where the pixels were turned upright;
    `transform`: how the colours are coded, of those who say so in Adobe's segment."""

    size_px: tuple[int, int]
    orientation: int | None = None
    transform: int | None = None


def kept_metadata(data: bytes, changed: Changed) -> bytes:
    """The application segments and comments of a JPEG, whole, for a copy of it. Raises ValueError on damage."""
    return b"".join(_kept(data, changed))


def segment_bytes(marker: int, payload: bytes) -> bytes:
    """A segment, whole; raises ValueError where the payload is too long for one."""
    if len(payload) > MOST_BYTES:
        raise ValueError(f"{len(payload)} bytes do not fit into one segment")
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def _kept(data: bytes, changed: Changed) -> Iterator[bytes]:
    for segment in segments(data):
        if APP0 <= segment.marker <= APP15 or segment.marker == COM:
            was = data[segment.start : segment.end]
            payload = _patched(segment.marker, was, changed)
            if payload is not None:
                yield segment_bytes(segment.marker, payload if len(payload) <= MOST_BYTES else was)


def _patched(marker: int, payload: bytes, changed: Changed) -> bytes | None:
    """The payload as it is true of the copy; None for one that says nothing of it."""
    if (marker == APP0 and payload.startswith(JFXX)) or (marker == APP2 and payload.startswith(MPF)):
        return None
    if marker == APP0 and payload.startswith(JFIF):
        return payload[: JFIF_BYTES - 2] + b"\0\0"
    if marker == APP1 and payload.startswith(EXIF):
        return EXIF + patched_exif(payload[len(EXIF) :], changed.size_px, changed.orientation)
    if marker == APP1 and payload.startswith(XMP):
        return patched_xmp(payload, changed.size_px)
    if marker == APP13 and payload.startswith(PHOTOSHOP):
        return without_thumbnail(payload)
    if marker == APP14 and payload.startswith(ADOBE) and changed.transform is not None:
        return payload[:ADOBE_TRANSFORM] + bytes([changed.transform]) + payload[ADOBE_TRANSFORM + 1 :]
    return payload
