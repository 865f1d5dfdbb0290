"""Whether a Fujifilm RAF is all there: its head says where the preview, the facts and the sensor data lie."""

from __future__ import annotations

import struct

from index.photo.exif_blocks import RAF_JPEG_OFFSET
from index.photo.file_window import FileWindow
from index.photo.whole_file.empty_tail import is_empty_before
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole, Wholeness

PARTS_FORMAT = ">6I"
"""ExifTool, FujiFilm.pm, ProcessRAF: offset and length of the JPEG, of the facts, and of the sensor data."""


def how_whole_raf(window: FileWindow) -> Wholeness:
    """Raises ValueError where not even the head is there."""
    numbers = struct.unpack(PARTS_FORMAT, window.at(RAF_JPEG_OFFSET, struct.calcsize(PARTS_FORMAT)))
    ends = [offset + size_bytes for offset, size_bytes in zip(numbers[::2], numbers[1::2], strict=True) if size_bytes]
    if not ends:
        return NotWhole("its head does not say yet where its pictures lie")
    if max(ends) > window.size_bytes:
        return NotWhole(f"{max(ends) - window.size_bytes} bytes are missing at its end")
    return Unknown("its end is empty so far") if is_empty_before(window, max(ends)) else Whole()
