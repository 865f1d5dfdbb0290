"""The small picture that a camera writes into a JPEG's EXIF: there in a few milliseconds, whatever the photo's size."""

from __future__ import annotations

import struct
from pathlib import Path

from index.photo.errors import PhotoReadError
from index.photo.exif import orientation_of
from index.photo.file_bytes import read_file
from index.photo.formats import Container, container_of
from index.photo.jpeg_frame import frame_of
from index.photo.jpeg_segments import APP1, segments
from index.photo.orientation import upright
from index.photo.pixels import U8
from index.photo.small_jpeg import small_jpeg
from index.photo.tiff_directories import directories, value

HEAD_BYTES = 262_144
"""EXIF takes one segment of 64 kB at most; colour profile and MPF index follow it before the frame header."""
EXIF = b"Exif\0\0"
OFFSET, LENGTH = 0x0201, 0x0202
"""EXIF 2.32, table 4: JPEGInterchangeFormat, and its length."""
LARGEST_PX = 10_000
"""So that all of it is decoded."""
SAME_SHAPE = 0.02
"""Aspects that differ by less are the same, but for whole pixels: 160 x 107 of a 3 : 2 photo is off by 0.3 %."""


def read_thumbnail(path: Path) -> U8 | None:
    """(H, W, 3) uint8 sRGB upright, mostly 160 px long, without the bars that fill it up; None where there is none that can be
    trusted to show the whole photo."""
    try:
        data = read_file(path, HEAD_BYTES)
        if container_of(data[:16]) is not Container.JPEG:
            return None
        embedded = _embedded(data)
        if embedded is None:
            return None
        stored = _without_bars(small_jpeg(embedded, LARGEST_PX, orientation=1), frame_of(data).size_px)
        return None if stored is None else upright(stored, orientation_of(data))
    except (PhotoReadError, ValueError, IndexError, struct.error):  # reading the photo itself will tell what is wrong
        return None


def _embedded(data: bytes) -> bytes | None:
    for segment in segments(data):
        if segment.marker == APP1 and data.startswith(EXIF, segment.start):
            block = data[segment.start + len(EXIF) : segment.end]
            found = next((one for one in directories(block) if OFFSET in one and LENGTH in one), None)
            start = value(found, OFFSET) if found else 0
            return block[start : start + value(found, LENGTH)] if found else None
    return None


def _without_bars(rgb: U8, photo_px: tuple[int, int]) -> U8 | None:
    """A 3 : 2 photo lies between black bars in a 4 : 3 thumbnail; None where it cannot be so: it was cropped since, or turned."""
    height, width = rgb.shape[:2]
    shown_height = round(width * photo_px[1] / photo_px[0])
    shown_width = round(height * photo_px[0] / photo_px[1])
    if abs(shown_height - height) <= 1 or abs(shown_height / height - 1.0) < SAME_SHAPE:
        return rgb
    if shown_height < height:
        rows = _kept(height, shown_height)
        return rgb[rows] if _is_black(rgb[: rows.start]) and _is_black(rgb[rows.stop :]) else None
    columns = _kept(width, shown_width)
    return rgb[:, columns] if _is_black(rgb[:, : columns.start]) and _is_black(rgb[:, columns.stop :]) else None


def _kept(length: int, shown: int) -> slice:
    start = (length - shown + 1) // 2
    return slice(start, start + max(1, shown))


def _is_black(bar: U8) -> bool:
    """JPEG ringing beside the picture and all."""
    return bar.size == 0 or float(bar.mean()) < 24.0
