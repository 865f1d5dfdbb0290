"""Painting: gradients, polygons with smooth edges, and a place of its own for every figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np

Colour = tuple[float, float, float]
Point = tuple[float, float]
Place = Callable[[Sequence[Point]], list[Point]]

_SUBPIXEL_BITS = 4  # cv2 takes coordinates as fixed-point numbers


def placed(foot: Point, unit: float) -> Place:
    """Turns a figure's own coordinates, from its foot, into pixels of the picture."""
    return lambda points: [(foot[0] + x * unit, foot[1] + y * unit) for x, y in points]


def window_around(
    picture: np.ndarray, foot: Point, reach_px: tuple[float, float, float, float]
) -> tuple[np.ndarray, Point]:
    """The part of the picture that a figure fills, as a view to paint in, and the foot within it.

    `reach_px` is how far the figure reaches from its foot: left, up, right, down.
    """
    left, up, right, down = reach_px
    x0, y0 = max(int(foot[0] - left), 0), max(int(foot[1] - up), 0)
    return picture[y0 : int(foot[1] + down), x0 : int(foot[0] + right)], (foot[0] - x0, foot[1] - y0)


def vertical_gradient(size_px: tuple[int, int], stops: list[tuple[float, Colour]]) -> np.ndarray:
    """(H, W, 3) float32; `stops` are (fraction of the height, linear RGB), from top to bottom."""
    width_px, height_px = size_px
    places = np.linspace(0.0, 1.0, height_px)
    column = np.stack([np.interp(places, [s[0] for s in stops], [s[1][c] for s in stops]) for c in range(3)], axis=-1)
    return np.repeat(column[:, None, :].astype(np.float32), width_px, axis=1)


def lay_over(picture: np.ndarray, mask: np.ndarray, paint: np.ndarray | Colour) -> None:
    """Paints one colour, or a picture of the same size, where the (H, W) `mask` in [0, 1] says, in place."""
    picture += (np.asarray(paint, np.float32) - picture) * np.asarray(mask, np.float32)[..., None]


def paint_polygon(
    picture: np.ndarray,
    points: Sequence[Point] | np.ndarray,
    paint: np.ndarray | Colour,
    *,
    blur_px: float = 0.0,
    strength: np.ndarray | float = 1.0,
) -> None:
    """Paints a polygon in place; `paint` and `strength` are one value or a picture of the same size."""
    corners = np.asarray(points, np.float64)
    margin = 2 + int(4 * blur_px)
    x0, y0 = np.maximum(np.floor(corners.min(axis=0)).astype(int) - margin, 0)
    x1, y1 = np.minimum(np.ceil(corners.max(axis=0)).astype(int) + margin, (picture.shape[1], picture.shape[0]))
    if x0 >= x1 or y0 >= y1:
        return
    mask = np.zeros((y1 - y0, x1 - x0), np.uint8)
    fixed = np.round((corners - (x0, y0)) * 2**_SUBPIXEL_BITS).astype(np.int32)
    cv2.fillPoly(mask, [fixed], 255, cv2.LINE_AA, shift=_SUBPIXEL_BITS)
    cover = mask.astype(np.float32) / 255
    if blur_px:
        cover = cv2.GaussianBlur(cover, (0, 0), blur_px)
    box = slice(y0, y1), slice(x0, x1)
    lay_over(picture[box], cover * _within(strength, box), _within(paint, box))


def _within(value: np.ndarray | Colour | float, box: tuple[slice, slice]) -> np.ndarray | Colour | float:
    return value[box] if isinstance(value, np.ndarray) and value.ndim >= 2 else value
