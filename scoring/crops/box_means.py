"""Sums of maps over many boxes at once, from their integral pictures."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


def integral(plane: npt.NDArray[np.floating]) -> F64:
    """(h, w) map -> (h + 1, w + 1) float64 sums of all that lies above and to the left (Crow 1984)."""
    return np.asarray(cv2.integral(np.asarray(plane, np.float64), sdepth=cv2.CV_64F), np.float64)


class BoxReader:
    """Reads any number of integral pictures of one shape at the same (N, 4) boxes: left, top, right, bottom in [0, 1]."""

    def __init__(self, shape: tuple[int, ...], boxes: F64) -> None:
        height, width = shape[0] - 1, shape[1] - 1
        columns, across = _taps(boxes[:, 0], boxes[:, 2], width)
        rows, down = _taps(boxes[:, 1], boxes[:, 3], height)
        # Sixteen sums a box: its four corners, each between four pixels of the integral picture, which is linear there.
        self._places = rows[:, None] * (width + 1) + columns[None]
        self._weights = down[:, None] * across[None] / (height * width)
        self._area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])

    def sums(self, sums: F64) -> F64:
        """(N,) share of the picture's area times the mean there; pixels that a box cuts count in part."""
        return np.asarray(np.einsum("ijn,ijn->n", sums.ravel().take(self._places), self._weights), np.float64)

    def means(self, sums: F64) -> F64:
        """(N,) mean within each box; 0 for an empty one."""
        found = self.sums(sums)
        return np.divide(found, self._area, out=np.zeros_like(found), where=self._area > 0.0)


def box_sums(sums: F64, boxes: F64) -> F64:
    """As `BoxReader.sums`, of one integral picture: the mean of a map over the whole of it is its sum over (0, 0, 1, 1)."""
    return BoxReader(sums.shape, boxes).sums(sums)


def box_means(sums: F64, boxes: F64) -> F64:
    """As `BoxReader.means`, of one integral picture."""
    return BoxReader(sums.shape, boxes).means(sums)


def _taps(start: F64, stop: F64, length: int) -> tuple[Places, F64]:
    """(4, N) places along one side of an integral picture, and what each counts: two pixels round `stop`, two round `start`."""
    at = np.clip(np.stack([stop, start]), 0.0, 1.0) * length
    first = np.minimum(at.astype(np.intp), length - 1)
    share = at - first
    weights = np.concatenate([1.0 - share, share])
    weights[1::2] *= -1.0
    return np.concatenate([first, first + 1]), weights
