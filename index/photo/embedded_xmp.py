"""The XMP packet inside a photo. It is only ever read: photos are not rewritten."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from index.photo.errors import PhotoReadError
from index.photo.file_window import FileWindow, window_on
from index.photo.formats import Container, container_of
from index.photo.xmp_in_chunks import xmp_in_png, xmp_in_webp
from index.photo.xmp_in_isobmff import xmp_in_isobmff
from index.photo.xmp_in_jpeg import xmp_in_jpeg, xmp_in_raf
from index.photo.xmp_in_tiff import xmp_in_tiff

READERS: dict[Container, Callable[[FileWindow], bytes | None]] = {
    Container.JPEG: xmp_in_jpeg,
    Container.PNG: xmp_in_png,
    Container.WEBP: xmp_in_webp,
    Container.TIFF: xmp_in_tiff,
    Container.ISOBMFF: xmp_in_isobmff,
    Container.RAF: xmp_in_raf,
}


def embedded_xmp(path: Path) -> bytes | None:
    """The packet as it stands in the photo, without the zeros that pad it; None where there is none, or none can be reached
    because the file is damaged, away or no photo. Only the packet and what leads to it are read.
    """
    try:
        with window_on(path) as window:
            reader = READERS.get(container_of(window.head(16)))
            packet = reader(window) if reader else None
    except (PhotoReadError, ValueError, LookupError, struct.error, zlib.error, OverflowError):
        return None  # a photo that is damaged is told when it is scored
    return _unpadded(packet) if packet else None


def _unpadded(packet: bytes) -> bytes | None:
    """Zeros end many a packet, as the C strings that they once were; in UTF-16 they belong to it."""
    return (packet if 0 in packet[:4] else packet.rstrip(b"\0")) or None
