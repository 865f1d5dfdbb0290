"""The identity of a picture: a digest of its picture data, which renaming, moving and metadata edits leave alone.

XXH3 with 128 bits: two different pictures among a billion share a digest with a chance below 1e-20, and it costs a thirtieth
of SHA-256 (0.07 ms for 4 MB). Nobody gains by forging one, so it need not be cryptographic.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from pathlib import Path

from xxhash import xxh3_128

from index.photo.file_bytes import read_file
from index.photo.formats import Container, container_of
from index.photo.picture_data_chunks import png_picture_data, webp_picture_data
from index.photo.picture_data_isobmff import isobmff_picture_data
from index.photo.picture_data_jpeg import jpeg_picture_data
from index.photo.picture_data_tiff import raf_picture_data, tiff_picture_data

PICTURE_DATA: dict[Container, Callable[[bytes], Iterable[bytes | memoryview]]] = {
    Container.JPEG: jpeg_picture_data,
    Container.PNG: png_picture_data,
    Container.WEBP: webp_picture_data,
    Container.ISOBMFF: isobmff_picture_data,
    Container.TIFF: tiff_picture_data,
    Container.RAF: raf_picture_data,
}


def fingerprint(path: Path) -> str:
    """32 hex digits: the digest of the picture data of the photo at `path`. Raises `PhotoReadError` where the file
    cannot be read.

    EXIF, XMP, IPTC, comments, colour profiles and embedded thumbnails do not count. Of a file whose structure is
    damaged or unknown every byte counts, so there a metadata edit makes another picture.
    """
    return fingerprint_of(read_file(path))


def fingerprint_of(data: bytes) -> str:
    """As `fingerprint`, from the bytes of a file."""
    picture_data = PICTURE_DATA.get(container_of(data[:16]))
    if picture_data is not None:
        digest = xxh3_128()
        try:
            if _fed(digest, picture_data(data)):
                return digest.hexdigest()
        except (ValueError, LookupError, struct.error, OverflowError):
            pass  # damaged structure: the whole file is the picture
    return xxh3_128(data).hexdigest()


def _fed(digest: xxh3_128, parts: Iterable[bytes | memoryview]) -> int:
    """Digests the parts one by one, without copying them; returns how many bytes they held."""
    size_bytes = 0
    for part in parts:
        digest.update(part)
        size_bytes += len(part)
    return size_bytes
