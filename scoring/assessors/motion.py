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
MARGIN = 0.2
"""A patch is a tile and this much of its neighbours, in tiles, for the pixels that filters lose at the rim."""
FINE_SIZE_PX, FINE_SIGMA_PX = (5, 5), 1.0
"""Fine detail is what this Gaussian removes, S-Blur's high pass (NTIA)."""
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
    fine, coarse = np.zeros((2, 2)), np.zeros((2, 2))
    for patch in _patches(luma, map_):
        # Coarse edges are read at a quarter of the size, where a movement of 4 px is one.
        edges = _structure_tensor(cv2.pyrDown(cv2.pyrDown(patch)))
        strength = float(np.trace(edges)) + 1e-6
        high_pass = patch - cv2.GaussianBlur(patch, FINE_SIZE_PX, FINE_SIGMA_PX)
        fine += _structure_tensor(high_pass) / strength
        coarse += edges / strength
    return _compare(fine, coarse)


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


def _patches(luma: U8, map_: TileSharpness) -> list[F32]:
    rows, cols = map_.contrast.shape
    tile_height, tile_width = luma.shape[0] / rows, luma.shape[1] / cols
    patches = []
    for index in np.argsort(-map_.contrast, axis=None, kind="stable")[:PATCHES]:
        row, col = divmod(int(index), cols)
        top, left = max(0, round((row - MARGIN) * tile_height)), max(0, round((col - MARGIN) * tile_width))
        bottom, right = round((row + 1 + MARGIN) * tile_height), round((col + 1 + MARGIN) * tile_width)
        patch = luma[top:bottom, left:right]
        patches.append(patch.astype(np.float32))
    return patches


def _structure_tensor(plane: cv2.typing.MatLike) -> F64:
    """(2, 2) mean outer product of the gradient (x, y), the outermost pixels left out."""
    right = cv2.Sobel(plane, cv2.CV_32F, 1, 0)[2:-2, 2:-2]
    down = cv2.Sobel(plane, cv2.CV_32F, 0, 1)[2:-2, 2:-2]
    cross = np.einsum("hw,hw->", right, down)
    tensor = np.array([[np.einsum("hw,hw->", right, right), cross], [cross, np.einsum("hw,hw->", down, down)]])
    return tensor / max(right.size, 1)
