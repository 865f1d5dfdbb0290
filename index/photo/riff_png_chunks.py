"""Walks the chunks of PNG (W3C PNG, section 5.3) and of WebP (RIFF; RFC 9649, section 2.3) files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from index.photo.file_window import FileWindow


class Chunk(NamedTuple):
    """A chunk: four-letter kind, where its payload begins, and how long the payload claims to be."""

    kind: bytes
    start: int
    size_bytes: int


def png_chunks_of_file(window: FileWindow) -> Iterator[Chunk]:
    """The chunks up to and with IEND, read one head at a time; the last may reach past the end of the file."""
    position = 8
    while position + 12 <= window.size_bytes:
        size_bytes, kind = struct.unpack(">I4s", window.at(position, 8))
        yield Chunk(kind, position + 8, size_bytes)
        if kind == b"IEND":
            return
        position += 12 + size_bytes


def webp_chunks_of_file(window: FileWindow) -> Iterator[Chunk]:
    """As `png_chunks_of_file`, for WebP, up to the end of the file."""
    position = 12
    while position + 8 <= window.size_bytes:
        kind, size_bytes = struct.unpack("<4sI", window.at(position, 8))
        yield Chunk(kind, position + 8, size_bytes)
        position += 8 + size_bytes + size_bytes % 2


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
