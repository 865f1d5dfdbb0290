"""Walks the chunks of PNG (W3C PNG, section 5.3) and of WebP (RIFF; RFC 9649, section 2.3) files."""

from __future__ import annotations

import struct
from collections.abc import Iterator


def png_chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """(type, payload) of each chunk, up to and with IEND. Raises ValueError where the file ends before it."""
    yield from _chunks(data, 8, ">I4s", 4)


def webp_chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """(type, payload) of each chunk. Raises ValueError where a chunk reaches past the end of the file."""
    yield from _chunks(data, 12, "<4sI", 0)


def _chunks(data: bytes, start: int, header: str, checksum_bytes: int) -> Iterator[tuple[bytes, memoryview]]:
    view = memoryview(data)
    while start + 8 <= len(data):
        first, second = struct.unpack_from(header, data, start)
        kind, size = (second, first) if isinstance(first, int) else (first, second)
        if start + 8 + size > len(data):
            raise ValueError(f"chunk {kind!r} claims {size} bytes past the end of the file")
        yield kind, view[start + 8 : start + 8 + size]
        if kind == b"IEND":
            return
        start += 8 + size + (checksum_bytes or size % 2)
    if checksum_bytes:
        raise ValueError("no IEND")
