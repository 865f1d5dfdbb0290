"""A picture that was turned upright, or comes from HEIC or AVIF, as a JPEG that carries what its original says."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from PIL import Image

from index.photo.crop_jpeg import START, picture_part, quantisation_tables
from index.photo.crop_refused import LONG_METADATA, CropRefusedError
from index.photo.exif_blocks import exif_blocks
from index.photo.exif_patch import patched_exif
from index.photo.formats import Container, container_of
from index.photo.jpeg_frame import ColourModel, frame_of
from index.photo.jpeg_metadata import EXIF, MOST_BYTES, XMP, Changed, kept_metadata, segment_bytes
from index.photo.jpeg_segments import APP1, APP2, ICC_IDENTIFIER
from index.photo.xmp_patch import patched_xmp

QUALITY = 95
"""Of a JPEG whose original is none: a choice, at which no difference is seen."""
ADOBE_CMYK, ADOBE_YCC = 0, 1
"""Adobe TN 5116, section 18: what an APP14 segment says of four inks, and of the rest, as libjpeg writes them."""


def upright_jpeg(data: bytes, picture: Image.Image) -> bytes:
    """`picture`: upright, RGB, L or CMYK in the colour space of the original, whose bytes `data` are; colours are kept in full.

    With the tables of a JPEG, or else at quality 95. Raises `CropRefusedError` where EXIF or XMP do not fit into a JPEG.
    """
    is_jpeg = container_of(data[:16]) is Container.JPEG
    stream = io.BytesIO()
    picture.save(stream, "JPEG", subsampling=0, **(_as_strong(data, picture) if is_jpeg else {"quality": QUALITY}))
    changed = Changed(picture.size, 1, ADOBE_CMYK if picture.mode == "CMYK" else ADOBE_YCC)
    metadata = kept_metadata(data, changed) if is_jpeg else b"".join(_segments(data, picture))
    return START + metadata + picture_part(stream.getvalue())


def _as_strong(data: bytes, picture: Image.Image) -> dict[str, Any]:
    frame = frame_of(data)
    if frame.colours is ColourModel.YCBCR or picture.mode != "RGB":
        return {"qtables": quantisation_tables(data, frame)}
    return {"quality": QUALITY}


def _segments(data: bytes, picture: Image.Image) -> Iterator[bytes]:
    for block in exif_blocks(data)[:1]:
        yield _app1(EXIF + patched_exif(block, picture.size, 1))
    if packet := picture.info.get("xmp"):
        yield _app1(XMP + patched_xmp(packet, picture.size))
    profile = picture.info.get("icc_profile") or b""
    room = MOST_BYTES - len(ICC_IDENTIFIER) - 2
    parts = [profile[at : at + room] for at in range(0, len(profile), room)]
    for number, part in enumerate(parts, 1):
        yield segment_bytes(APP2, ICC_IDENTIFIER + bytes([number, len(parts)]) + part)


def _app1(payload: bytes) -> bytes:
    if len(payload) > MOST_BYTES:
        raise CropRefusedError(LONG_METADATA)
    return segment_bytes(APP1, payload)
