"""Whether a HEIC, AVIF or CR3 is all there: its boxes fill the file (ISO/IEC 14496-12), and what they point to is in it."""

from __future__ import annotations

from index.photo.file_window import FileWindow
from index.photo.isobmff_boxes import Box, boxes_of_file
from index.photo.isobmff_items import placed_items
from index.photo.whole_file.empty_tail import is_empty_before
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole, Wholeness


def how_whole_isobmff(window: FileWindow) -> Wholeness:
    """Raises ValueError, LookupError or struct.error where the structure is damaged."""
    found: list[Box] = []
    for box in boxes_of_file(window):
        if not any(box.kind):
            return NotWhole("a part of it is not written yet")
        if box.end > window.size_bytes:
            return NotWhole(f"{box.end - window.size_bytes} bytes are missing at its end")
        found.append(box)
    if found[-1].end < window.size_bytes:
        return NotWhole("it ends within the head of a box")
    by_kind = {box.kind: box for box in found}
    if b"meta" in by_kind:
        return _how_whole_items(window, by_kind[b"meta"].end)
    if b"moov" not in by_kind or b"mdat" not in by_kind:
        return NotWhole("its picture data is missing")
    if _is_open_ended(window, found[-1]):
        return Unknown("its last part does not say how long it is")
    return _with_an_end(window, by_kind[b"mdat"].end)


def _is_open_ended(window: FileWindow, box: Box) -> bool:
    """A size of 0: to the end of the file, wherever that is (ISO/IEC 14496-12, 4.2)."""
    return window.at(box.start - 8, 8) == bytes(4) + box.kind


def _how_whole_items(window: FileWindow, meta_end: int) -> Wholeness:
    """HEIF and AVIF: each item says where its bytes lie."""
    extents = [extent for _, _, extents in placed_items(window.at(0, meta_end)) for extent in extents]
    ends = [offset + size_bytes for offset, size_bytes in extents if size_bytes]
    if not ends:
        return Unknown("it names no pictures")
    if max(ends) > window.size_bytes:
        return NotWhole(f"{max(ends) - window.size_bytes} bytes are missing at its end")
    return _with_an_end(window, max(ends))


def _with_an_end(window: FileWindow, end: int) -> Wholeness:
    return Unknown("its end is empty so far") if is_empty_before(window, end) else Whole()
