"""Where the camera says it focused, as boxes of the upright picture, from the maker's note or from EXIF itself."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

from index.photo.af_makers import Area, Stored, reader_for
from index.photo.jpeg_segments import segments
from index.photo.maker_note import maker_note

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 as shares of width and height."""

POINT_SIZE = 0.04
"""Width given to a point without a size, as a share of the long edge: the sized points of the two
Canons among the sample photos are 0.02 and 0.03."""
LARGEST_AREA = 0.2
"""A larger area is where the camera looked, not where it focused: iPhones write a middle 24 % of the frame when nothing was
touched (both HEICs of the sample photos)."""
MOST_AREAS = 9
"""More points at once say that much of the frame lies in focus, and no longer where."""
FRAME_HEADERS = frozenset({0xC0, 0xC1, 0xC2})
"""ITU-T T.81, table B.1: SOF of baseline, extended and progressive JPEGs."""


def noted_areas(block: bytes, make: str, stored: Stored) -> list[Area]:
    """What the maker's note in a JPEG or TIFF block says. Raises ValueError, LookupError or struct.error on damage."""
    reader = reader_for(make)
    note = maker_note(block) if reader else None
    return reader(note, stored) if reader and note else []


def subject_area(numbers: Sequence[float], stored: Stored) -> list[Area]:
    """EXIF 2.32, SubjectArea or SubjectLocation: a point, a circle (x, y, diameter) or a box (x, y, width, height)."""
    if len(numbers) not in (2, 3, 4):
        return []
    width, height = stored.size_px
    across, down = (numbers[2], numbers[-1]) if len(numbers) > 2 else (0.0, 0.0)
    return [Area(numbers[0] / width, numbers[1] / height, across / width, down / height)]


def was_reshaped(block: bytes, stored_px: tuple[int, int]) -> bool:
    """Whether a JPEG no longer has the shape that its EXIF states: an editor turned or cropped it, and places are lost.

    Raises ValueError or struct.error on damage.
    """
    if block[:2] != b"\xff\xd8":
        return False
    frame = next((s.start for s in segments(block) if s.marker in FRAME_HEADERS), None)
    if frame is None:
        return False
    height, width = struct.unpack_from(">HH", block, frame + 1)
    return not Stored("", stored_px).has_shape_of((width, height))


def upright_boxes(areas: Iterable[Area], size_px: tuple[int, int], orientation: int) -> tuple[Box, ...]:
    """Areas of the stored picture of (width, height) -> boxes of the upright one, without what is no place."""
    kept = [area for area in areas if _is_place(area)]
    if len(kept) > MOST_AREAS:
        return ()
    return tuple(_turned(_box(area, size_px), orientation) for area in kept)


def _is_place(area: Area) -> bool:
    """Inside the frame, not its corner (zeros mean "unknown"), and not most of it; NaN fails every comparison."""
    within = 0 < area.x < 1 and 0 < area.y < 1
    return within and 0 <= area.width < 1 and 0 <= area.height < 1 and area.width * area.height <= LARGEST_AREA


def _box(area: Area, size_px: tuple[int, int]) -> Box:
    least = POINT_SIZE * max(size_px)
    half_width, half_height = (area.width or least / size_px[0]) / 2, (area.height or least / size_px[1]) / 2
    return (
        max(0.0, area.x - half_width),
        max(0.0, area.y - half_height),
        min(1.0, area.x + half_width),
        min(1.0, area.y + half_height),
    )


def _turned(box: Box, orientation: int) -> Box:
    """EXIF 2.32, Orientation: mirrored for 2, 4, 5, 7; sides swapped from 5 on, as `orientation.upright` turns pixels."""
    x0, y0, x1, y1 = box
    if orientation in (5, 6, 7, 8):
        x0, y0, x1, y1 = y0, x0, y1, x1
    if orientation in (2, 3, 6, 7):
        x0, x1 = 1 - x1, 1 - x0
    if orientation in (3, 4, 7, 8):
        y0, y1 = 1 - y1, 1 - y0
    return x0, y0, x1, y1
