"""Which chunks of a PNG or a WebP are its picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.photo.riff_png_chunks import png_chunks, webp_chunks

PNG_PICTURE_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"acTL", b"fcTL", b"fdAT"})
"""W3C PNG, table 9: header, palette, transparency, pixels, animation; text, time, EXIF and colour-space chunks are
metadata."""

WEBP_PICTURE_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF"})  # codespell:ignore alph
"""RFC 9649, section 2.7: bit streams, alpha, animation; VP8X only states which metadata chunks there are."""


def png_picture_data(data: bytes) -> Iterator[bytes | memoryview]:
    """Types and payloads of the picture chunks. Raises ValueError or struct.error on damage."""
    yield from _kept(png_chunks(data), PNG_PICTURE_CHUNKS)


def webp_picture_data(data: bytes) -> Iterator[bytes | memoryview]:
    """As `png_picture_data`, for WebP."""
    yield from _kept(webp_chunks(data), WEBP_PICTURE_CHUNKS)


def _kept(chunks: Iterable[tuple[bytes, memoryview]], kinds: frozenset[bytes]) -> Iterator[bytes | memoryview]:
    for kind, payload in chunks:
        if kind in kinds:
            yield kind
            yield payload
