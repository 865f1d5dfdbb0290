"""The image resource blocks in which JPEGs carry IPTC (Adobe Photoshop File Formats, "Image Resource Blocks")."""

from __future__ import annotations

import struct

SIGNATURE = b"Photoshop 3.0\0"
"""Of the APP13 segment that holds them."""
BLOCK = b"8BIM"
THUMBNAILS = frozenset({1033, 1036})
"""The same table: thumbnail of Photoshop 4.0, and of 5.0."""


def without_thumbnail(payload: bytes) -> bytes:
    """An APP13 payload without its picture, which shows what was cropped off; what is damaged stays as it is."""
    kept, at = [payload[: len(SIGNATURE)]], len(SIGNATURE)
    try:
        while payload.startswith(BLOCK, at):
            number, name_bytes = struct.unpack_from(">HB", payload, at + 4)
            size_at = at + 6 + (name_bytes + 2) // 2 * 2
            end = size_at + 4 + struct.unpack_from(">I", payload, size_at)[0]
            end += (end - size_at) % 2
            if number not in THUMBNAILS:
                kept.append(payload[at:end])
            at = end
    except struct.error:
        return payload
    return b"".join([*kept, payload[at:]])
