"""Where a PNG and a WebP keep their XMP packet."""

from __future__ import annotations

import struct
import zlib

from index.photo.file_window import MOST_BYTES, FileWindow

PNG_KEYWORD = b"XML:com.adobe.xmp\0"
"""XMP part 3, 1.1.5: the keyword of the `iTXt` chunk."""
WEBP_XMP = b"XMP "
"""RFC 9649, 2.7.1.5."""


def xmp_in_png(window: FileWindow) -> bytes | None:
    """The text of the chunk, unpacked. Raises ValueError, struct.error or zlib.error on damage."""
    position = 8
    while position + 12 <= window.size_bytes:
        size_bytes, kind = struct.unpack(">I4s", window.at(position, 8))
        if kind == b"iTXt" and window.at(position + 8, min(size_bytes, len(PNG_KEYWORD))) == PNG_KEYWORD:
            return _international_text(window.at(position + 8, size_bytes))
        if kind == b"IEND":
            break
        position += 12 + size_bytes
    return None


def xmp_in_webp(window: FileWindow) -> bytes | None:
    """The chunk's payload. Raises ValueError or struct.error on damage."""
    position = 12
    while position + 8 <= window.size_bytes:
        kind, size_bytes = struct.unpack("<4sI", window.at(position, 8))
        if kind == WEBP_XMP:
            return window.at(position + 8, size_bytes)
        position += 8 + size_bytes + size_bytes % 2
    return None


def _international_text(payload: bytes) -> bytes:
    """W3C PNG, 11.3.3.4: keyword, whether packed, how, language, translated keyword, text."""
    flags, rest = payload[len(PNG_KEYWORD) : len(PNG_KEYWORD) + 2], payload[len(PNG_KEYWORD) + 2 :]
    _language, _translated, text = rest.split(b"\0", 2)
    if flags[0] == 0:
        return text
    unpacked = zlib.decompressobj().decompress(text, MOST_BYTES + 1)
    if len(unpacked) > MOST_BYTES:
        raise ValueError("the text unpacks to more than anybody writes")
    return unpacked
