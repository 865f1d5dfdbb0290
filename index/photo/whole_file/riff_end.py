"""Whether a WebP is all there: its head states the size of the file (RFC 9649, 2.4)."""

from __future__ import annotations

import struct

from index.photo.file_window import FileWindow
from index.photo.whole_file.empty_tail import is_empty_before
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole, Wholeness

RIFF_HEAD_BYTES = 8
"""RFC 9649, 2.4: the stated size leaves out `RIFF` and itself."""
SMALLEST_BYTES = 20
"""The same: `WEBP` and the head of one chunk follow."""


def how_whole_webp(window: FileWindow) -> Wholeness:
    """A size of nothing is a writer's that fills it in at the end."""
    (stated,) = struct.unpack("<I", window.at(4, 4))
    end = stated + RIFF_HEAD_BYTES
    if end < SMALLEST_BYTES:
        return NotWhole("its head does not say yet how long it is")
    if end > window.size_bytes:
        return NotWhole(f"{end - window.size_bytes} bytes are missing at its end")
    return Unknown("its end is empty so far") if is_empty_before(window, end) else Whole()
