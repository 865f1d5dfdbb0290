"""Which bytes of a JPEG are its picture: tables, frame and scans, without the segments that hold metadata."""

from __future__ import annotations

from collections.abc import Iterator

from index.photo.jpeg_segments import APP0, APP15, COM, segments

END_OF_IMAGE = b"\xff\xd9"


def jpeg_picture_data(data: bytes) -> Iterator[memoryview]:
    """The main picture's parts; a second picture after its EOI (MPF, motion photo) is left out. Raises ValueError on
    damage.

    Inside scan data 0xFF is always followed by 0 or a restart marker (ITU-T T.81, B.1.1.5), so the first EOI is the
    end.
    """
    view = memoryview(data)
    scans_start = len(data)
    for segment in segments(data):
        if not (APP0 <= segment.marker <= APP15 or segment.marker == COM):
            yield view[segment.start - 4 : segment.end]
        scans_start = segment.end
    end = data.find(END_OF_IMAGE, scans_start)
    yield view[scans_start : len(data) if end < 0 else end]
