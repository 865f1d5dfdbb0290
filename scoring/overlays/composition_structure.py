"""What carries the named composition classes, drawn: lines, curve, triangle, mirror axis, leading lines, and the balance point."""

from __future__ import annotations

from itertools import pairwise

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessment import Assessment
from scoring.frame import U8
from scoring.overlays.legend_key import KeyRow, plain_swatch
from scoring.overlays.marks import line, stroke_px
from scoring.overlays.palette import BLACK, ORANGE, VERMILION, WHITE, YELLOW, Colour

F64 = npt.NDArray[np.float64]

SWATCH_GROUND: Colour = (58, 58, 58)
RING_STROKES = 5.0
"""Radius of the ring of the balance point, in strokes."""
STROKES = (
    ("class_lines_px", YELLOW, 4, "lines that shape the picture"),
    ("leading_lines_px", ORANGE, 4, "lines that lead to the subject"),
    ("curve_px", VERMILION, 0, "curve"),
    ("triangle_px", VERMILION, -1, "triangle"),
)
"""Evidence, its colour, and how its row of x, y is read: numbers a line, 0 = one open path, -1 = one closed path."""


def draw_structure(picture: U8, said: Assessment, size_px: tuple[int, int]) -> list[KeyRow]:
    """Draws on `picture` (h, w, 3) uint8 whatever the evidence locates, and tells what each mark means."""
    rows = []
    for key, colour, kind, meaning in STROKES:
        points = _points(picture, said.evidence.get(key), size_px)
        if len(points) > 1:
            _draw(picture, points, colour, kind)
            rows.append(KeyRow(line_swatch(colour), meaning))
    return [*rows, *_axis(picture, said), *_balance(picture, said)]


def line_swatch(colour: Colour, *, dashed: bool = False) -> U8:
    """A level stroke on a swatch."""
    swatch = plain_swatch(SWATCH_GROUND)
    middle = (swatch.shape[0] - 1) / 2
    line(swatch, (3.0, middle), (swatch.shape[1] - 4.0, middle), colour, dashed=dashed)
    return swatch


def _points(picture: U8, row: object, size_px: tuple[int, int]) -> F64:
    """(n, 2) x, y in pixels of `picture`, of a row of numbers in pixels of the full-size picture."""
    if not isinstance(row, (list, tuple)) or len(row) % 2:
        return np.zeros((0, 2))
    scale = picture.shape[1] / size_px[0], picture.shape[0] / size_px[1]
    return np.asarray(np.array(row, np.float64).reshape(-1, 2) * scale, np.float64)


def _draw(picture: U8, points: F64, colour: Colour, kind: int) -> None:
    ends = [(float(x), float(y)) for x, y in points]
    path = pairwise([*ends, ends[0]] if kind < 0 else ends)
    for start, end in zip(ends[::2], ends[1::2], strict=False) if kind == 4 else path:
        line(picture, start, end, colour)


def _axis(picture: U8, said: Assessment) -> list[KeyRow]:
    at = said.evidence.get("symmetry_axis")
    if not isinstance(at, (int, float)):
        return []
    x = at * (picture.shape[1] - 1)
    line(picture, (x, 0.0), (x, picture.shape[0] - 1.0), YELLOW, dashed=True)
    return [KeyRow(line_swatch(YELLOW, dashed=True), "mirror axis")]


def _balance(picture: U8, said: Assessment) -> list[KeyRow]:
    point = said.evidence.get("balance")
    if not isinstance(point, (list, tuple)) or len(point) != 2:
        return []
    _ring(picture, (point[0] * picture.shape[1], point[1] * picture.shape[0]))
    swatch = plain_swatch(SWATCH_GROUND)
    _ring(swatch, (swatch.shape[1] / 2, swatch.shape[0] / 2))
    return [KeyRow(swatch, "middle of all that draws the eye")]


def _ring(picture: U8, at: tuple[float, float]) -> None:
    width = stroke_px(picture)
    radius = max(5, round(RING_STROKES * width))
    middle = (round(at[0]), round(at[1]))
    for ink, thickness in ((BLACK, width + 2), (WHITE, width)):
        cv2.circle(picture, middle, radius, ink, thickness, cv2.LINE_AA)
