"""A crop of the upright picture, and the same crop of the picture as stored."""

from __future__ import annotations

import math

from index.photo.marks import CropBox
from index.photo.orientation import SWAPS_SIDES
from index.photo.stored_box import stored_box

OPPOSITE = {6: 8, 8: 6}
"""EXIF 2.32, Orientation: what undoes a quarter turn; all others undo themselves."""
MIRRORED = frozenset({2, 4, 5, 7})
"""EXIF 2.32, Orientation: stored the wrong way round, so that what turns clockwise in one frame turns the other way in the
other."""
Point = tuple[float, float]


def stored_crop(crop: CropBox, orientation: int) -> CropBox:
    """The crop of the upright picture -> of the picture as stored under EXIF Orientation 1..8."""
    return CropBox(*stored_box(crop.edges, orientation), turn_deg=_turned(crop.turn_deg, orientation))


def upright_crop(crop: CropBox, orientation: int) -> CropBox:
    """The crop of the stored picture -> of the upright one."""
    return stored_crop(crop, OPPOSITE.get(orientation, orientation))


def stored_aspect(size_px: tuple[int, int], orientation: int) -> float:
    """Width over height as stored, of a picture that is (width, height) upright."""
    width, height = size_px[::-1] if orientation in SWAPS_SIDES else size_px
    return width / height


def corners(crop: CropBox, aspect: float) -> tuple[Point, Point]:
    """The upper left and lower right corner of a turned crop on the untouched picture of `aspect` width over height.

    `docs/adr/0004-straightened-crops.md`: edges give the crop's middle and size; it lies turned by `-turn_deg` about its middle.
    """
    (x, y), half = _middle(crop.edges), _half(crop.edges, aspect)
    across, down = _rotated(half, -crop.turn_deg)
    return (x - across / aspect, y - down), (x + across / aspect, y + down)


def crop_between(first: Point, second: Point, turn_deg: float, aspect: float) -> CropBox | None:
    """The turned crop with these corners, upper left and lower right; None where none has them."""
    ends = (*first, *second)
    (x, y), (across, down) = _middle(ends), _rotated(_half(ends, aspect), turn_deg)
    if across <= 0 or down <= 0:
        return None
    return CropBox(x - across / aspect, y - down, x + across / aspect, y + down, turn_deg)


def _middle(edges: tuple[float, float, float, float]) -> Point:
    return (edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2


def _half(edges: tuple[float, float, float, float], aspect: float) -> Point:
    """From the middle to the lower right, in heights of the picture."""
    return (edges[2] - edges[0]) / 2 * aspect, (edges[3] - edges[1]) / 2


def _rotated(point: Point, deg: float) -> Point:
    """Clockwise as one sees it, y pointing down."""
    turn = math.radians(deg)
    cos, sin = math.cos(turn), math.sin(turn)
    return point[0] * cos - point[1] * sin, point[0] * sin + point[1] * cos


def _turned(deg: float, orientation: int) -> float:
    return -deg if deg and orientation in MIRRORED else deg
