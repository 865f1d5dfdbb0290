"""Crops a PNG without any loss, 8 or 16 bits; its text, colour profile, EXIF and resolution come along."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Iterator

import cv2
import numpy as np
from PIL import Image, PngImagePlugin

from index.photo import pillow_settings  # noqa: F401 - large pictures are opened
from index.photo.crop_refused import DEEP_GREY_PNG, MOVING, CropRefusedError
from index.photo.exif_patch import patched_exif
from index.photo.riff_png_chunks import png_chunks
from index.photo.stored_box import PixelBox
from index.photo.xmp_patch import patched_xmp

SIGNATURE = b"\x89PNG\r\n\x1a\n"
DEEP, GREY, GREY_ALPHA = 16, 0, 4
"""W3C PNG 11.2.1: bits a sample, and colour types."""
ENCODED = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
"""Chunks that tell how the pixels are coded, or hold them (W3C PNG 5.6)."""
NOT_COPIED = ENCODED | {b"bKGD", b"hIST", b"acTL", b"fcTL", b"fdAT", b"sBIT"}
"""Besides, those that depend on how they are coded, and a film's."""
XMP_KEYWORD = b"XML:com.adobe.xmp\0"
"""XMP part 3, 1.1.5."""


def crop_png(data: bytes, box: PixelBox) -> bytes:
    """The box of a PNG's stored pixels as a PNG of the same bit depth. Raises `CropRefusedError`, ValueError on damage."""
    header = next(bytes(chunk) for kind, chunk in png_chunks(data) if kind == b"IHDR")
    depth, colour = header[8], header[9]
    if any(kind == b"acTL" for kind, _ in png_chunks(data)):
        raise CropRefusedError(MOVING)
    if depth == DEEP and colour == GREY_ALPHA:
        raise CropRefusedError(DEEP_GREY_PNG)
    # Pillow reads colours of 16 bits as 8 without a word.
    encoded = _cropped_deep(data, box) if depth == DEEP and colour != GREY else _cropped(data, box)
    return png_like(data, encoded, (box[2] - box[0], box[3] - box[1]))


def png_like(data: bytes, encoded: bytes, size_px: tuple[int, int], orientation: int | None = None) -> bytes:
    """An encoded PNG with all that another says beside its pixels; `orientation`: the new one where they were turned."""
    head, *pixels = [(kind, bytes(chunk)) for kind, chunk in png_chunks(encoded) if kind in ENCODED]
    return SIGNATURE + b"".join(_chunks([head, *_kept(data, size_px, orientation), *pixels]))


def _kept(data: bytes, size_px: tuple[int, int], orientation: int | None) -> Iterator[tuple[bytes, bytes]]:
    for kind, chunk in png_chunks(data):
        if kind == b"eXIf":
            yield kind, patched_exif(bytes(chunk), size_px, orientation)
        elif kind == b"iTXt" and chunk[: len(XMP_KEYWORD)] == XMP_KEYWORD:
            yield kind, patched_xmp(bytes(chunk), size_px)
        elif kind not in NOT_COPIED:
            yield kind, bytes(chunk)


def _chunks(chunks: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for kind, payload in chunks:
        yield struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def _cropped(data: bytes, box: PixelBox) -> bytes:
    stream = io.BytesIO()
    with Image.open(io.BytesIO(data), formats=(PngImagePlugin.PngImageFile.format,)) as image:
        image.crop(box).save(stream, "PNG")
    return stream.getvalue()


def _cropped_deep(data: bytes, box: PixelBox) -> bytes:
    stored = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if stored is None or stored.dtype != np.uint16:
        raise ValueError("the picture data is damaged")
    left, top, right, bottom = box
    done, encoded = cv2.imencode(".png", stored[top:bottom, left:right])
    if not done:
        raise ValueError("the picture could not be written")
    return encoded.tobytes()
