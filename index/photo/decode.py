"""Decodes any photo to upright 8-bit sRGB: the first bytes, not the name, say which room knows it.

Rooms other than that of JPEGs are entered late: importing libheif, LibRaw and Pillow takes a tenth of what scoring one JPEG takes.
"""

from __future__ import annotations

from pathlib import Path

import cv2

from index.photo.decode_jpeg import decode_jpeg
from index.photo.errors import FailureKind, PhotoReadError
from index.photo.file_bytes import read_file
from index.photo.formats import AVIF_BRANDS, Container, container_of, is_photo, is_raw
from index.photo.isobmff_boxes import brand
from index.photo.pixels import DecodedPixels

__all__ = ["DecodedPixels", "decode", "decode_bytes"]

PLAIN_TIFF_MAGIC = frozenset({b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"})
"""TIFF 6.0 and BigTIFF: a RAW file only if its name says so. The other `TIFF_MAGIC` are RAW whatever their name."""


def decode(path: Path, orientation: int) -> DecodedPixels:
    """The photo at `path` as (H, W, 3) uint8 sRGB, upright. `orientation`: EXIF Orientation 1..8, applied once; RAW,
    HEIC and AVIF carry their own, which counts instead.

    Raises `PhotoReadError` with the kind of trouble, and nothing else that a damaged file can cause. Safe to call
    from many threads; libjpeg-turbo, Pillow's decoders, libheif and LibRaw let other threads run while they work.
    """
    return decode_bytes(read_file(path), path, orientation)


def decode_bytes(data: bytes, path: Path, orientation: int) -> DecodedPixels:
    """As `decode`, from the bytes of a file; `path` is only its name."""
    try:
        return _decoded(data, path, orientation)
    except MemoryError as error:
        raise PhotoReadError(FailureKind.TOO_LARGE, "there is not enough memory for it") from error
    except cv2.error as error:
        raise PhotoReadError(FailureKind.CORRUPT, f"the picture data is damaged: {error.err}") from error


def _decoded(data: bytes, path: Path, orientation: int) -> DecodedPixels:
    if not is_photo(path) and not _is_picture(data):
        raise PhotoReadError(FailureKind.NOT_A_PHOTO, "this is no photo of a kind that we read")
    match container_of(data[:16]):
        case Container.JPEG:
            return decode_jpeg(data, orientation)
        case Container.ISOBMFF if brand(data) == b"crx ":
            return _decoded_raw(data)
        case Container.ISOBMFF if brand(data) not in AVIF_BRANDS:
            from index.photo.decode_heif import decode_heif

            return decode_heif(data)
        case Container.TIFF if not is_raw(path) and data[:4] in PLAIN_TIFF_MAGIC:
            return _decoded_tiff(data, orientation)
        case Container.TIFF | Container.RAF:
            return _decoded_raw(data)
        case Container.UNKNOWN if is_raw(path):
            return _decoded_raw(data)
        case Container.UNKNOWN:
            raise PhotoReadError(
                FailureKind.CORRUPT, "it is damaged from its first bytes on, or no picture of a kind we read"
            )
    from index.photo.decode_pillow import decode_with_pillow

    return decode_with_pillow(data, orientation)


def _is_picture(data: bytes) -> bool:
    """Whether a file whose name says nothing begins as a picture does; films are built like HEIC."""
    container = container_of(data[:16])
    if container is Container.ISOBMFF:
        from index.photo.decode_heif import is_heif

        return brand(data) in {b"crx ", *AVIF_BRANDS} or is_heif(data)
    return container is not Container.UNKNOWN


def _decoded_raw(data: bytes) -> DecodedPixels:
    from index.photo.decode_raw import decode_raw

    return decode_raw(data)


def _decoded_tiff(data: bytes, orientation: int) -> DecodedPixels:
    from index.photo.decode_pillow import decode_with_pillow

    try:
        return decode_with_pillow(data, orientation)
    except PhotoReadError as error:
        if error.kind is not FailureKind.UNSUPPORTED:
            raise
    from index.photo.decode_tiff_float import decode_float_tiff

    return decode_float_tiff(data, orientation)
