"""Straight, nearly upright edges of a photo, measured to a tenth of a degree in a millisecond or two.

After Burns, Hanson & Riseman, "Extracting straight lines" (PAMI 1986): neighbouring pixels whose gradients point the same way
support one line. Ridges of the gradient are linked instead of whole regions, so that each pixel can be placed between pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

U8 = npt.NDArray[np.uint8]
F64 = npt.NDArray[np.float64]

STEEPEST_LEAN = 0.40
"""Tangent of 22 deg: 10 deg of tilt and 12 of perspective."""
LEAST_STEP = 8.0
"""Code values across an edge: below lie noise and the block borders of JPEG."""
SOBEL_GAIN = 4.0
"""A step of one code value gives 4 in a 3 x 3 Sobel filter."""
SHORTEST_SHARE = 0.04
"""Of the long edge: shorter ones are texture, as in `scoring/assessors/lines.py`."""
STRAIGHT_PX = 0.6
"""Root mean square distance of an edge's pixels from its line: a third of a pixel is what a sharp edge leaves."""
MOST_EDGES = 80
"""The longest of them: more add time and no knowledge."""


@dataclass(frozen=True)
class Edges:
    """(N,) each, longest first, in units of half the picture's long edge, from the picture's middle.

    `x`, `y`: the middle of each edge, to the right and down; `length`; `slope`: tangent of its lean, dx / -dy: positive = turned
    clockwise from upright.
    """

    x: F64
    y: F64
    length: F64
    slope: F64

    @property
    def across(self) -> F64:
        """(N,): where each edge, prolonged, meets the level line through the middle."""
        return np.asarray(self.x + self.y * self.slope, np.float64)


def upright_edges(luma: U8) -> Edges:
    """(h, w) uint8 -> its straight edges within 22 deg of upright."""
    return _edges(luma)


def level_edges(luma: U8) -> Edges:
    """(h, w) uint8 -> its straight edges within 22 deg of level.

    They are the upright ones of the picture turned by 90 deg anticlockwise: `x` counts down the picture, `y` to its left.
    """
    return _edges(np.ascontiguousarray(cv2.rotate(luma, cv2.ROTATE_90_COUNTERCLOCKWISE)))


def _edges(luma: U8) -> Edges:
    across = cv2.Sobel(luma, cv2.CV_16S, 1, 0)
    along = cv2.Sobel(luma, cv2.CV_16S, 0, 1)
    strength = np.abs(across)
    ridge = np.zeros(luma.shape, np.bool_)
    inner = strength[:, 1:-1]
    ridge[:, 1:-1] = (inner > strength[:, :-2]) & (inner >= strength[:, 2:]) & (inner >= LEAST_STEP * SOBEL_GAIN)
    rows, columns = np.nonzero(ridge)
    steep = np.abs(along[rows, columns]) <= STEEPEST_LEAN * strength[rows, columns]
    rows, columns = rows[steep], columns[steep]
    return _fitted(
        rows, columns + _between_pixels(strength, rows, columns), _linked(luma.shape, rows, columns), luma.shape
    )


def _linked(shape: tuple[int, ...], rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp]) -> npt.NDArray[np.int32]:
    """(n,) the number of the chain that each pixel belongs to."""
    mask = np.zeros(shape, np.uint8)
    mask[rows, columns] = 1
    _, labels = cv2.connectedComponents(mask, connectivity=8, ltype=cv2.CV_32S)
    return np.asarray(labels[rows, columns], np.int32)


def _between_pixels(strength: npt.NDArray[np.int16], rows: npt.NDArray[np.intp], columns: npt.NDArray[np.intp]) -> F64:
    """(n,) in [-0.5, 0.5]: where between pixels the ridge lies, from the parabola through three of them."""
    left, middle, right = (strength[rows, columns + step].astype(np.float64) for step in (-1, 0, 1))
    return np.asarray(0.5 * (left - right) / np.minimum(left - 2 * middle + right, -1.0), np.float64)


def _fitted(rows: npt.NDArray[np.intp], places: F64, chain: npt.NDArray[np.int32], shape: tuple[int, ...]) -> Edges:
    """A line x = a + b y through the pixels of each chain that is long and straight enough."""
    half = max(shape) / 2
    x, y = places - (shape[1] - 1) / 2, rows - (shape[0] - 1) / 2
    count = np.maximum(np.bincount(chain), 1)
    mean_x, mean_y = np.bincount(chain, x) / count, np.bincount(chain, y) / count
    off_x, off_y = x - mean_x[chain], y - mean_y[chain]
    xx, xy, yy = (np.bincount(chain, product) / count for product in (off_x * off_x, off_x * off_y, off_y * off_y))
    slope = xy / np.maximum(yy, 1e-9)
    spread = np.sqrt(np.maximum(0.0, xx - slope * xy))
    # Evenly spread pixels of a line of length l have a variance of l^2 / 12.
    length = np.sqrt(12 * yy * (1 + slope**2))
    kept = np.flatnonzero(
        (length >= SHORTEST_SHARE * max(shape)) & (spread <= STRAIGHT_PX) & (np.abs(slope) <= STEEPEST_LEAN)
    )
    kept = kept[np.argsort(-length[kept], kind="stable")][:MOST_EDGES]
    return Edges(mean_x[kept] / half, mean_y[kept] / half, length[kept] / half, -slope[kept])
