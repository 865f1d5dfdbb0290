"""Where a PNG and a WebP keep their XMP packet."""

from __future__ import annotations

import zlib

from index.photo.file_window import MOST_BYTES, FileWindow
from index.photo.riff_png_chunks import png_chunks_of_file, webp_chunks_of_file

PNG_KEYWORD = b"XML:com.adobe.xmp\0"
"""XMP part 3, 1.1.5: the keyword of the `iTXt` chunk."""
WEBP_XMP = b"XMP "
"""RFC 9649, 2.7.1.5."""


def xmp_in_png(window: FileWindow) -> bytes | None:
    """The text of the chunk, unpacked. Raises ValueError, struct.error or zlib.error on damage."""
    for chunk in png_chunks_of_file(window):
        keyword_bytes = min(chunk.size_bytes, len(PNG_KEYWORD))
        if chunk.kind == b"iTXt" and window.at(chunk.start, keyword_bytes) == PNG_KEYWORD:
            return _international_text(window.at(chunk.start, chunk.size_bytes))
    return None


def xmp_in_webp(window: FileWindow) -> bytes | None:
    """The chunk's payload. Raises ValueError or struct.error on damage."""
    for chunk in webp_chunks_of_file(window):
        if chunk.kind == WEBP_XMP:
            return window.at(chunk.start, chunk.size_bytes)
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
