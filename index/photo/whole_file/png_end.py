"""Whether a PNG is all there: its last chunk is IEND (W3C PNG, 5.6)."""

from __future__ import annotations

from index.photo.file_window import FileWindow
from index.photo.riff_png_chunks import png_chunks_of_file
from index.photo.whole_file.wholeness import NotWhole, Whole, Wholeness

LAST_CHUNK = bytes.fromhex("00000000 49454e44 ae426082")
"""W3C PNG, 11.2.5: IEND holds nothing, so that it is always these bytes: length, type, checksum."""


def how_whole_png(window: FileWindow) -> Wholeness:
    """Only where IEND is not at the end of the file are the chunks walked: text may follow it."""
    tail_bytes = len(LAST_CHUNK)
    if window.size_bytes > tail_bytes and window.at(window.size_bytes - tail_bytes, tail_bytes) == LAST_CHUNK:
        return Whole()
    for chunk in png_chunks_of_file(window):
        if chunk.kind == b"IEND" or not any(chunk.kind):
            return Whole() if any(chunk.kind) else NotWhole("a part of it is not written yet")
    return NotWhole("its last chunk is missing")
