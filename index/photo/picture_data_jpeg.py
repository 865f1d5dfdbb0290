"""Which bytes of a JPEG are its picture: tables, frame and scans, without the segments that hold metadata."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

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
    yield view[scans_start : end_of_image(data, scans_start)]


def end_of_image(data: bytes, start: int) -> int:
    """Where the first EOI marker from `start` on begins; the end of the data where there is none.

    Pairs of bytes compared side by side, those that begin at even places and then the others: 0.4 ms for 4 MB, which
    `bytes.find` takes 3.7 for.
    """
    found = [len(data)]
    for first in (start, start + 1):
        pairs = np.frombuffer(data, "<u2", max(0, len(data) - first) // 2, min(first, len(data)))
        ends = pairs == int.from_bytes(END_OF_IMAGE, "little")
        if ends.any():
            found.append(first + 2 * int(ends.argmax()))
    return min(found)
