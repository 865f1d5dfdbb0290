"""The grain of the world: 1/f noise, and grounds seen in perspective."""

from __future__ import annotations

import cv2
import numpy as np


def fractal_noise(
    rng: np.random.Generator, size_px: tuple[int, int], cell_px: float, octaves: int, stretch: float = 1.0
) -> np.ndarray:
    """(H, W) float32 of mean 0 and deviation 1; its power falls with frequency, as in natural scenes (Field 1987).

    `size_px` is (width, height); `cell_px` the size of the largest features, which are `stretch` times wider than high.
    """
    width_px, height_px = size_px
    total = np.zeros((height_px, width_px), np.float32)
    for octave in range(octaves):
        cell = max(cell_px / 2**octave, 1.0)
        columns, rows = int(width_px / (cell * stretch)) + 3, int(height_px / cell) + 3
        grid = rng.standard_normal((rows, columns), dtype=np.float32)
        whole = int(columns * cell * stretch) + 1, int(rows * cell) + 1
        scaled = cv2.resize(grid, whole, interpolation=cv2.INTER_CUBIC)
        cv2.scaleAdd(scaled[:height_px, :width_px], 0.5**octave, total, total)
    mean, spread = cv2.meanStdDev(total)
    total -= np.float32(mean[0, 0])
    total *= np.float32(1.0 / spread[0, 0])
    return total


def ground_in_perspective(
    rng: np.random.Generator, size_px: tuple[int, int], horizon_px: float, cell_px: float, stretch: float = 1.0
) -> np.ndarray:
    """(H, W) float32 noise lying on a plane that ends at the horizon: coarse in front, ever finer behind."""
    width_px, height_px = size_px
    tile = fractal_noise(rng, (1024, 1024), cell_px, 7, stretch)
    below = np.maximum(np.arange(height_px, dtype=np.float32) - horizon_px, 0.75)[:, None]
    depth = (height_px - horizon_px) / below
    across = (np.arange(width_px, dtype=np.float32)[None, :] - width_px / 2) * depth
    # Folded, not wrapped: the tile has no seams that way.
    u = np.abs(np.mod(across + 512.0, 2046.0) - 1023.0).astype(np.float32)
    v = np.broadcast_to(np.abs(np.mod(depth * 420.0, 2046.0) - 1023.0), u.shape).astype(np.float32)
    seen = cv2.remap(tile, u, v, cv2.INTER_LINEAR)
    return seen * np.clip(3.0 / depth, 0.0, 1.0)
