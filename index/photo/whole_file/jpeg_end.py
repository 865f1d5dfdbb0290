"""Whether a JPEG is all there: after its first scan comes its EOI (ITU-T T.81, annex B), then what trails it."""

from __future__ import annotations

from index.photo.file_window import MOST_BYTES, FileWindow
from index.photo.jpeg_segments import APP2, Segment, segments
from index.photo.picture_data_jpeg import END_OF_IMAGE
from index.photo.whole_file.jpeg_trailer import MPF_IDENTIFIER, ends_with_eoi, has_all_pictures, how_whole_trailer
from index.photo.whole_file.wholeness import NotWhole, Unknown, Whole, Wholeness

HEADS_BYTES = (64 * 1024, 1024 * 1024, MOST_BYTES)
"""How much is read to find the first scan, and then where a segment reaches further: EXIF with its thumbnail, a packet and a
profile fit into the first nearly always."""
STRETCH_BYTES = 1024 * 1024
"""A choice: how much of the scans is looked through at once for an EOI that is not at the end of the file."""


def how_whole_jpeg(window: FileWindow) -> Wholeness:
    """Thumbnails have an EOI of their own, but lie in segments before the scan. Inside scan data 0xFF is always followed by 0
    or a restart marker (ITU-T T.81, B.1.1.5), so any EOI after the scan's head ends the picture or lies after its end.

    The scans are looked through only where the file neither ends with an EOI nor names its pictures in an index. Raises
    ValueError or struct.error where that index is damaged.
    """
    found = _segments(window)
    if found is None:
        return NotWhole("it ends before its picture begins")
    scans_start = found[-1].end
    index = next((segment for segment in found if _is_index(window, segment)), None)
    if has_all_pictures(window, index) if index else ends_with_eoi(window.after(scans_start)):
        return Whole()
    end = _end_of_image(window, scans_start)
    if end is None:
        return NotWhole("the end of its picture is missing")
    if index:
        return Unknown("its main picture is there, but not all of those that should follow")
    return how_whole_trailer(window.after(end))


def _is_index(window: FileWindow, segment: Segment) -> bool:
    payload_bytes = segment.end - segment.start
    return segment.marker == APP2 and window.at(segment.start, min(4, payload_bytes)) == MPF_IDENTIFIER


def _segments(window: FileWindow) -> list[Segment] | None:
    """Those up to and with the first SOS; None where the file ends, or is damaged, before it."""
    for size_bytes in HEADS_BYTES:
        head = window.head(size_bytes)
        try:
            return list(segments(head))
        except ValueError:
            if len(head) == window.size_bytes:
                break
    return None


def _end_of_image(window: FileWindow, start: int) -> int | None:
    """The byte after the first EOI from there on."""
    before = b""
    while start < window.size_bytes:
        stretch = before + window.at(start, min(STRETCH_BYTES, window.size_bytes - start))
        at = stretch.find(END_OF_IMAGE)
        if at >= 0:
            return start - len(before) + at + len(END_OF_IMAGE)
        start += len(stretch) - len(before)
        before = stretch[-1:]
    return None
