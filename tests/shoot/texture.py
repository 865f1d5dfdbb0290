"""The grain of the world: 1/f noise, grounds seen in perspective, and soft shapes laid over each other."""

from __future__ import annotations

import cv2
import numpy as np

Colour = tuple[float, float, float]


def fractal_noise(
    rng: np.random.Generator, size_px: tuple[int, int], cell_px: float, octaves: int, stretch: float = 1.0
) -> np.ndarray:
    """(H, W) float32 of mean 0 and standard deviation 1, its power falling with frequency as in natural scenes (Field 1987).

    `size_px` is (width, height); `cell_px` the size of the largest features, `stretch` how much wider than high they are.
    """
    width_px, height_px = size_px
    total = np.zeros((height_px, width_px), np.float32)
    for octave in range(octaves):
        cell = max(cell_px / 2**octave, 1.0)
        columns, rows = int(width_px / (cell * stretch)) + 3, int(height_px / cell) + 3
        grid = rng.standard_normal((rows, columns), dtype=np.float32)
        scaled = cv2.resize(grid, (int(columns * cell * stretch) + 1, int(rows * cell) + 1), interpolation=cv2.INTER_CUBIC)
        total += scaled[:height_px, :width_px] * 0.5**octave
    return (total - total.mean()) / total.std()


def ground_in_perspective(
    rng: np.random.Generator, size_px: tuple[int, int], horizon_px: float, cell_px: float, stretch: float = 1.0
) -> np.ndarray:
    """(H, W) float32 noise lying on a plane that ends at the horizon: coarse in front, ever finer and fainter behind."""
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


def vertical_gradient(size_px: tuple[int, int], stops: list[tuple[float, Colour]]) -> np.ndarray:
    """(H, W, 3) float32; `stops` are (fraction of the height, linear RGB), from top to bottom."""
    width_px, height_px = size_px
    places = np.linspace(0.0, 1.0, height_px)
    column = np.stack([np.interp(places, [s[0] for s in stops], [s[1][c] for s in stops]) for c in range(3)], axis=-1)
    return np.repeat(column[:, None, :], width_px, axis=1).astype(np.float32)


def polygon_mask(size_px: tuple[int, int], points: np.ndarray | list[tuple[float, float]], blur_px: float = 0.0) -> np.ndarray:
    """(H, W) float32 in [0, 1], smooth at the edges; points in pixels."""
    mask = np.zeros((size_px[1], size_px[0]), np.uint8)
    fixed = np.round(np.asarray(points, np.float64) * 16).astype(np.int32)
    cv2.fillPoly(mask, [fixed], 255, cv2.LINE_AA, shift=4)
    soft = mask.astype(np.float32) / 255
    return cv2.GaussianBlur(soft, (0, 0), blur_px) if blur_px else soft


def lay_over(picture: np.ndarray, mask: np.ndarray, colour: np.ndarray | Colour) -> None:
    """Paints `colour` (one, or a picture of the same size) into `picture` where `mask` says, in place."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return
    box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    paint = np.asarray(colour, np.float32)
    paint = paint[box] if paint.ndim == 3 else paint
    picture[box] += (paint - picture[box]) * mask[box][..., None]
