"""Directional blur: is fine detail missing along one direction only, as movement leaves it, and defocus never does?"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.tile_sharpness import TileSharpness

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

PATCHES = 24
"""The patches with the most contrast: enough edges in every direction, in 3 ms."""
FINE_SIZE_PX, FINE_SIGMA_PX = (5, 5), 1.0
"""Fine detail is what this Gaussian removes, S-Blur's high pass (NTIA)."""
RIM_PX = 3
"""What filters see of a patch's neighbours: Sobel reads one pixel beyond, the two halvings before it two of theirs."""
MARGIN_PX = 4 * RIM_PX
"""A patch is a tile and this much around it, which the rims of its quarter take off again."""
MOST_COARSE_COHERENCE = 0.85
"""A picture whose coarse edges all run one way (blinds, a horizon alone) cannot show a missing direction."""


@dataclass(frozen=True)
class Motion:
    """`isotropy`: fine detail in its poorest over its richest direction, each relative to coarse edges, in [0, 1]: 1 = alike.

    `direction_deg`: of the movement, in [0, 180), 0 = horizontal, 90 = vertical.
    """

    isotropy: float
    direction_deg: float


def directional_blur(luma: U8, map_: TileSharpness) -> Motion | None:
    """(H, W) uint8 luma -> its `Motion` from structure tensors (Bigun & Granlund 1987); None if coarse edges run one way.

    The tensor of the fine detail is whitened by that of the coarse edges, so that what the scene is made of (a fence, a
    tower) cancels, and only a direction that lost its fine detail remains.
    """
    patches = _patches(luma, map_)
    if patches is None:
        return None
    column = patches.reshape(-1, patches.shape[2])
    # Coarse edges are read at a quarter of the size, where a movement of 4 px is one.
    edges = _structure_tensors(cv2.pyrDown(cv2.pyrDown(column)), len(patches))
    fine = _structure_tensors(column - cv2.GaussianBlur(column, FINE_SIZE_PX, FINE_SIGMA_PX), len(patches))
    strength = (edges[:, 0, 0] + edges[:, 1, 1] + 1e-6)[:, None, None]
    return _compare((fine / strength).sum(axis=0), (edges / strength).sum(axis=0))


def _compare(fine: F64, coarse: F64) -> Motion | None:
    values, vectors = np.linalg.eigh(coarse)
    if values[1] <= 0.0 or (values[1] - values[0]) / (values[1] + values[0]) > MOST_COARSE_COHERENCE:
        return None
    whiten = vectors @ np.diag(values**-0.5) @ vectors.T
    low, high = np.linalg.eigh(whiten @ fine @ whiten)
    if low[1] <= 0.0:
        return None
    x, y = high[:, 0]
    return Motion(float(max(0.0, low[0] / low[1])), float(np.degrees(np.arctan2(y, x)) % 180.0))


def _patches(luma: U8, map_: TileSharpness) -> F32 | None:
    """(N, h, w) float32 with h a multiple of 4, so that a quarter of the column of patches is a column of quarters."""
    rows, cols = map_.contrast.shape
    tile = np.array(luma.shape) / (rows, cols)
    size = (tile.astype(int) + 2 * MARGIN_PX) // 4 * 4
    room = np.array(luma.shape) - size
    if room.min() < 0:
        return None
    best = np.argsort(-map_.contrast, axis=None, kind="stable")[:PATCHES]
    corners = np.rint(np.column_stack(np.divmod(best, cols)) * tile).astype(int) - MARGIN_PX
    tops, lefts = np.clip(corners, 0, room).T
    windows = np.lib.stride_tricks.sliding_window_view(luma, tuple(size))
    return np.asarray(windows[tops, lefts], np.float32)


def _structure_tensors(column: cv2.typing.MatLike, count: int) -> F64:
    """`count` planes, one below the other -> (count, 2, 2) mean outer product of the gradient (x, y).

    The outermost pixels are left out: there the filters saw the neighbour above or below.
    """
    planes = (cv2.Sobel(column, cv2.CV_32F, *order).reshape(count, -1, column.shape[1]) for order in ((1, 0), (0, 1)))
    gradient = np.stack([plane[:, RIM_PX:-RIM_PX, RIM_PX:-RIM_PX] for plane in planes])
    return np.asarray(np.einsum("anhw,bnhw->nab", gradient, gradient) / gradient[0, 0].size, np.float64)
