"""Sums of a map over many boxes at once, from its integral picture."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]


def integral(plane: npt.NDArray[np.floating]) -> F64:
    """(h, w) map -> (h + 1, w + 1) float64 sums of all that lies above and to the left (Crow 1984)."""
    return np.asarray(cv2.integral(np.asarray(plane, np.float64), sdepth=cv2.CV_64F), np.float64)


def box_sums(sums: F64, boxes: F64) -> F64:
    """Integral picture and (N, 4) left, top, right, bottom in [0, 1] -> (N,) share of the picture's area times the mean there.

    The mean of a map over the whole picture is its sum over the box (0, 0, 1, 1); pixels that a box cuts count in part.
    """
    left, top, right, bottom = boxes.T
    total = _at(sums, right, bottom) - _at(sums, left, bottom) - _at(sums, right, top) + _at(sums, left, top)
    return np.asarray(total / ((sums.shape[0] - 1) * (sums.shape[1] - 1)), np.float64)


def box_means(sums: F64, boxes: F64) -> F64:
    """The same -> (N,) mean within each box; 0 for an empty one."""
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    found = box_sums(sums, boxes)
    return np.divide(found, area, out=np.zeros_like(found), where=area > 0.0)


def _at(sums: F64, x: F64, y: F64) -> F64:
    """The integral picture between its pixels, which is linear there."""
    height, width = sums.shape[0] - 1, sums.shape[1] - 1
    x, y = np.clip(x, 0.0, 1.0) * width, np.clip(y, 0.0, 1.0) * height
    column, row = np.minimum(x.astype(np.intp), width - 1), np.minimum(y.astype(np.intp), height - 1)
    right, down = x - column, y - row
    upper = sums[row, column] * (1.0 - right) + sums[row, column + 1] * right
    lower = sums[row + 1, column] * (1.0 - right) + sums[row + 1, column + 1] * right
    return np.asarray(upper * (1.0 - down) + lower * down, np.float64)
