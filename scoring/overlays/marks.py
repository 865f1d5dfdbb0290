"""Marks on a photo that stay visible over anything: cased lines and boxes, and text on plates."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np

from scoring.frame import U8
from scoring.overlays.palette import BLACK, PLATE, TEXT, WHITE, Colour
from scoring.overlays.typeface import LABEL_PX, line_height_px, text_width_px, write

Point = tuple[float, float]
"""x, y in pixels of the picture."""
Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in pixels of the picture."""

STROKE_SHARE = 1 / 400
"""Of the square root of the area: 2 px in a picture of 1,088 x 725, seen on a laptop without hiding what it marks."""
FRACTION_BITS = 4
"""OpenCV's drawing takes sixteenths of a pixel."""
DASH_STROKES = 5.0
"""Length of a dash and of the gap after it, in strokes."""
PLATE_OPACITY = 0.82
PLATE_PADDING_PX = 8


def stroke_px(picture: U8) -> int:
    """Width of a stroke that suits the size of `picture`."""
    return max(1, round(math.sqrt(picture.shape[0] * picture.shape[1]) * STROKE_SHARE))


def line(picture: U8, start: Point, end: Point, colour: Colour, *, dashed: bool = False) -> None:
    """A straight line in `colour` with a black casing."""
    width = stroke_px(picture)
    pieces = _dashes(start, end, DASH_STROKES * width) if dashed else [(start, end)]
    for ink, thickness in ((BLACK, width + 2), (colour, width)):
        for first, last in pieces:
            _stroke(picture, first, last, ink, thickness)


def hairline(picture: U8, start: Point, end: Point) -> None:
    """A thin line in white beside black: seen on anything, and out of the way."""
    across = 1.0 if abs(end[0] - start[0]) < abs(end[1] - start[1]) else 0.0
    _stroke(picture, start, end, WHITE, 1)
    _stroke(picture, (start[0] + across, start[1] + 1.0 - across), (end[0] + across, end[1] + 1.0 - across), BLACK, 1)


def outline(picture: U8, box: Box, colour: Colour, *, dashed: bool = False) -> None:
    """The four sides of `box`, moved inside the picture so that all are seen."""
    x0, y0, x1, y1 = box
    polygon(picture, ((x0, y0), (x1, y0), (x1, y1), (x0, y1)), colour, dashed=dashed)


def polygon(picture: U8, corners: Sequence[Point], colour: Colour, *, dashed: bool = False) -> None:
    """The sides between `corners`, moved inside the picture so that all are seen."""
    inset = stroke_px(picture) / 2 + 1
    furthest = [max(inset, side - 1 - inset) for side in (picture.shape[1], picture.shape[0])]
    inside = [(float(np.clip(x, inset, furthest[0])), float(np.clip(y, inset, furthest[1]))) for x, y in corners]
    for start, end in zip(inside, [*inside[1:], inside[0]], strict=True):
        line(picture, start, end, colour, dashed=dashed)


def cross(picture: U8, at: Point, colour: Colour) -> None:
    """A cross hair with an open middle."""
    near, far = 4.0 * stroke_px(picture), 11.0 * stroke_px(picture)
    for across, down in ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)):
        start = (at[0] + near * across, at[1] + near * down)
        line(picture, start, (at[0] + far * across, at[1] + far * down), colour)


def label(picture: U8, at: Point, text: str, colour: Colour = TEXT, *, size_px: int = LABEL_PX) -> Box | None:
    """`text` on a dark plate centred `at`, moved inside the picture; not drawn where the picture is smaller.

    Gives the plate's place.
    """
    width = text_width_px(text, size_px) + 2 * PLATE_PADDING_PX
    height = line_height_px(size_px) + PLATE_PADDING_PX // 2
    if width > picture.shape[1] or height > picture.shape[0]:
        return None
    x = int(np.clip(round(at[0] - width / 2), 0, picture.shape[1] - width))
    y = int(np.clip(round(at[1] - height / 2), 0, picture.shape[0] - height))
    under = picture[y : y + height, x : x + width]
    under[:] = np.rint(under * (1.0 - PLATE_OPACITY) + np.array(PLATE) * PLATE_OPACITY)
    write(picture, (x + PLATE_PADDING_PX, y + PLATE_PADDING_PX // 4), text, size_px, colour)
    return (x, y, x + width, y + height)


def box_label(picture: U8, box: Box, text: str, colour: Colour) -> None:
    """`text` on a plate at the top left corner of `box`: above it where there is room, else inside."""
    half_width = text_width_px(text, LABEL_PX) / 2 + PLATE_PADDING_PX
    half_height = line_height_px(LABEL_PX) / 2 + PLATE_PADDING_PX / 4
    above = box[1] - half_height - stroke_px(picture)
    inside = max(box[1], 0.0) + half_height + 2 * stroke_px(picture)
    label(picture, (box[0] + half_width, above if above >= half_height else inside), text, colour)


def _dashes(start: Point, end: Point, dash_px: float) -> list[tuple[Point, Point]]:
    first, last = np.array(start), np.array(end)
    length = float(np.hypot(*(last - first)))
    stops = np.arange(0.0, max(length, 1e-6), 2.0 * dash_px)
    along = (last - first) / max(length, 1e-6)
    ends = [(first + along * stop, first + along * min(stop + dash_px, length)) for stop in stops.tolist()]
    return [((float(a[0]), float(a[1])), (float(b[0]), float(b[1]))) for a, b in ends]


def _stroke(picture: U8, start: Point, end: Point, ink: Colour, thickness: int) -> None:
    """Level and upright strokes on whole pixels, so that they are crisp; slanting ones smoothed."""
    if start[0] == end[0] or start[1] == end[1]:
        (x0, y0), (x1, y1) = start, end
        cv2.line(picture, (round(x0), round(y0)), (round(x1), round(y1)), ink, thickness, cv2.LINE_8)
    else:
        cv2.line(picture, _fixed(start), _fixed(end), ink, thickness, cv2.LINE_AA, FRACTION_BITS)


def _fixed(point: Point) -> tuple[int, int]:
    return round(point[0] * 2**FRACTION_BITS), round(point[1] * 2**FRACTION_BITS)
