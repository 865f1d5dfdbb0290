"""Where a box of the upright picture lies among the stored pixels, on a grid that lets compressed blocks stay as they are."""

from __future__ import annotations

import math

Box = tuple[float, float, float, float]
"""left, top, right, bottom as shares of width and height."""
PixelBox = tuple[int, int, int, int]
"""left, top, right, bottom in pixels; right and bottom lie outside."""
Size = tuple[int, int]
"""(width, height)."""


def stored_box(box: Box, orientation: int) -> Box:
    """A box of the upright picture -> the same box of the picture as stored under EXIF Orientation 1..8 (EXIF 2.32, 0x0112)."""
    left, top, right, bottom = box
    if orientation in {5, 6, 7, 8}:
        left, top, right, bottom = top, left, bottom, right
    if orientation in {2, 3, 7, 8}:
        left, right = 1 - right, 1 - left
    if orientation in {3, 4, 6, 7}:
        top, bottom = 1 - bottom, 1 - top
    return left, top, right, bottom


def pixel_box(box: Box, size_px: Size, grid_px: Size = (1, 1), *, keep_shape: bool = False) -> PixelBox:
    """Shares -> pixels within the frame; left and top on multiples of `grid_px`, right and bottom free.

    The box grows to the grid, and so holds all that it held. With `keep_shape` its width over height stays, too; where the frame
    leaves no room to grow, it keeps its size and lies less than one step of the grid beside its place.
    """
    (width, height), (across, down) = size_px, grid_px
    left, top, right, bottom = box[0] * width, box[1] * height, box[2] * width, box[3] * height
    start = _floor(left) // across * across, _floor(top) // down * down
    grown = (*start, min(width, _ceil(right)), min(height, _ceil(bottom)))
    if not keep_shape:
        return grown
    shape = (right - left) / (bottom - top)
    return _shaped(grown, shape, size_px) or _beside((left, top, right, bottom), size_px, grid_px)


def _shaped(grown: PixelBox, shape: float, size_px: Size) -> PixelBox | None:
    """The box made wider or higher, or None where the frame has no room for that."""
    left, top, right, bottom = grown
    across, down = right - left, bottom - top
    right, bottom = left + max(across, round(down * shape)), top + max(down, round(across / shape))
    return (left, top, right, bottom) if right <= size_px[0] and bottom <= size_px[1] else None


def _beside(box_px: Box, size_px: Size, grid_px: Size) -> PixelBox:
    spans = [_span(box_px[side], box_px[side + 2], size_px[side], grid_px[side]) for side in (0, 1)]
    (left, right), (top, bottom) = spans
    return left, top, right, bottom


def _span(start: float, stop: float, length: int, step: int) -> tuple[int, int]:
    """As long as it was, from the nearest multiple of `step` that leaves it in the frame."""
    extent = min(length, max(1, round(stop - start)))
    first = min(round(start / step) * step, (length - extent) // step * step)
    return first, first + extent


def _floor(value: float) -> int:
    """A share is stated to five digits: a rounding error must not cost a block."""
    return max(0, math.floor(value + ROUNDING_PX))


def _ceil(value: float) -> int:
    return math.ceil(value - ROUNDING_PX)


ROUNDING_PX = 0.1
"""Shares of crops are rounded to five digits: 0.05 px of 10,000."""
