"""How the framing of one photo lies over another's: shifted, zoomed, turned, and how well the two then agree."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import cv2
import numpy as np

from scoring.groups.outline import F32, FFT_PX, ZOOMS, Outline

LEAST_OVERLAP = 0.3
"""Shares of the smaller frame: a panorama's frames overlap by 40 % and more; less is a coincidence of few pixels."""
ROUNDS = 5
"""Of the fine search: further ones moved agreement by less than .002 on the planted photos."""
BLOCK_PX = 8
"""The agreement is read in blocks of an eighth of the frame: who moved fills some of them, the scene the others."""
LEAST_BLOCK_SHARE = 0.5
"""Of a block's pixels that lie in the overlap."""


class Framing(NamedTuple):
    """The second frame as seen in the first.

    `shift`: of its centre along x and y, in shares of the first frame's long edge. `zoom`: how many times larger things appear
    in the second. `turn_deg`: clockwise. `overlap`: share of the smaller frame that both show. `agreement`: correlation of the
    structure in what both show, -1..1. `agreeing`: share of its blocks, by the structure in them, that agree.
    """

    shift: tuple[float, float]
    zoom: float
    turn_deg: float
    overlap: float
    agreement: float
    agreeing: float


def framing_of(first: Outline, second: Outline) -> Framing:
    """How the two lie over one another where they agree best."""
    matrix = _coarse(first, second)
    height, width = first.fine.shape
    matrix = _refined(matrix, first, second)
    seen, inside = _laid_over(matrix, second, (width, height))
    agreement, agreeing = _agreement(first.fine, seen, inside)
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    ratio = max(first.fine.shape) / max(second.fine.shape)
    centre = matrix @ np.array([(second.fine.shape[1] - 1) / 2, (second.fine.shape[0] - 1) / 2, 1.0])
    shift = ((centre[0] - (width - 1) / 2) / max(width, height), (centre[1] - (height - 1) / 2) / max(width, height))
    smaller = min(first.fine.size, second.fine.size * scale**2)
    overlap = min(1.0, float(inside.sum()) / smaller)
    turn_deg = float(np.degrees(np.arctan2(matrix[1, 0], matrix[0, 0])))
    return Framing((float(shift[0]), float(shift[1])), ratio / scale, turn_deg, overlap, agreement, agreeing)


def _coarse(first: Outline, second: Outline) -> F32:
    """(2, 3) from pixels of the second to pixels of the first: the best of all shifts and zooms."""
    ones = [(0, step) for step in range(len(ZOOMS))] + [(step, 0) for step in range(1, len(ZOOMS))]
    spectra = np.stack([first.spectra[one] * np.conj(second.spectra[other]) for one, other in ones])
    products = np.fft.irfft2(spectra, (FFT_PX, FFT_PX))
    best, found = -1.0, (0, 0, 0.0, 0.0)
    for product, (one, other) in zip(products, ones, strict=True):
        score = product * _trust(first.sizes_px[one], second.sizes_px[other])
        at = int(score.argmax())
        if score.flat[at] > best:
            best, found = float(score.flat[at]), (one, other, *_signed(at))
    one, other, down, right = found
    return _matrix(first, second, (one, other), (right, down))


def _signed(at: int) -> tuple[float, float]:
    down, right = divmod(at, FFT_PX)
    half = FFT_PX // 2
    return float(down - FFT_PX if down > half else down), float(right - FFT_PX if right > half else right)


@lru_cache(maxsize=512)
def _trust(size: tuple[int, int], other: tuple[int, int]) -> F32:
    """(48, 48) what a sum of products is worth at each shift: 0 where too little overlaps, else 1 / pixels, less for few."""
    rows, cols = (_overlaps(size[axis], other[axis]) for axis in (0, 1))
    pixels = rows[:, None] * cols[None, :]
    share = pixels / min(size[0] * size[1], other[0] * other[1])
    return np.where(share >= LEAST_OVERLAP, np.sqrt(share) / np.maximum(pixels, 1.0), 0.0).astype(np.float32)


def _overlaps(length: int, other: int) -> F32:
    """(48,) pixels that two lines share at each shift of the other."""
    shift = np.arange(FFT_PX)
    shift = np.where(shift > FFT_PX // 2, shift - FFT_PX, shift)
    return np.maximum(np.minimum(length, other + shift) - np.maximum(0, shift), 0).astype(np.float32)


def _matrix(first: Outline, second: Outline, zooms: tuple[int, int], shift_px: tuple[float, float]) -> F32:
    """The coarse finding in fine pixels."""
    large = (
        max(first.fine.shape) / max(first.sizes_px[zooms[0]]),
        max(second.fine.shape) / max(second.sizes_px[zooms[1]]),
    )
    scale = large[0] / large[1]
    # Centres of pixels: coarse pixel c lies at large * (c + .5) - .5.
    offset = [large[0] * (shift + 0.5) - 0.5 + scale * 0.5 - large[0] * 0.5 for shift in shift_px]
    return np.array([[scale, 0, offset[0]], [0, scale, offset[1]]], np.float32)


def _refined(matrix: F32, first: Outline, second: Outline) -> F32:
    """Gauss and Newton's steps in shift, zoom and turn (inverse compositional, Baker and Matthews 2004)."""
    height, width = first.fine.shape
    jacobian, inverse = _steepest(first)
    for _ in range(ROUNDS):
        seen, inside = _laid_over(matrix, second, (width, height))
        wrong = np.where(inside, seen - first.fine, 0.0).ravel()
        step = inverse @ (jacobian.T @ wrong) * (first.fine.size / max(1, int(inside.sum())))
        grow, turn, right, down = np.clip(step, -0.1 * np.array([1, 1, 30, 30]), 0.1 * np.array([1, 1, 30, 30]))
        middle = ((width - 1) / 2, (height - 1) / 2)
        a, b = 1 + grow, turn
        change = np.array(
            [
                [a, -b, right + middle[0] - a * middle[0] + b * middle[1]],
                [b, a, down + middle[1] - b * middle[0] - a * middle[1]],
                [0, 0, 1],
            ]
        )
        # `matrix` maps second to first: a step in the first's pixels is undone there.
        matrix = (change @ np.vstack([matrix, [0, 0, 1]]))[:2].astype(np.float32)
    return matrix


def _steepest(outline: Outline) -> tuple[F32, F32]:
    height, width = outline.fine.shape
    rows, cols = np.mgrid[0:height, 0:width].astype(np.float32)
    rows -= (height - 1) / 2
    cols -= (width - 1) / 2
    gx, gy = outline.slopes[..., 0], outline.slopes[..., 1]
    jacobian = np.stack([gx * cols + gy * rows, gy * cols - gx * rows, gx, gy], axis=2).reshape(-1, 4)
    hessian = jacobian.T @ jacobian + 1e-3 * np.diag([height * width] * 2 + [1, 1])
    return jacobian, np.linalg.inv(hessian).astype(np.float32)


def _laid_over(matrix: F32, second: Outline, size_px: tuple[int, int]) -> tuple[F32, np.ndarray]:
    seen = cv2.warpAffine(
        second.fine, matrix, size_px, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=1e6
    )
    inside = seen < 50.0
    return np.where(inside, seen, 0.0), inside


def _agreement(one: F32, other: F32, inside: np.ndarray) -> tuple[float, float]:
    """Of the blocks' correlations the mean, by the structure in them; and the share of structure whose block agrees."""
    height, width = one.shape
    rows, cols = max(1, height // BLOCK_PX), max(1, width // BLOCK_PX)
    seen_here = np.where(inside, one, 0.0)
    sums = [
        _block_sums(part, rows, cols) for part in (seen_here * other, seen_here**2, other**2, inside.astype(np.float32))
    ]
    weight = np.sqrt(sums[1] * sums[2]) * (sums[3] >= LEAST_BLOCK_SHARE * (height // rows) * (width // cols))
    if weight.sum() <= 0:
        return 0.0, 0.0
    block = sums[0] / np.maximum(np.sqrt(sums[1] * sums[2]), 1e-6)
    return float((block * weight).sum() / weight.sum()), float(((block > 0.5) * weight).sum() / weight.sum())


def _block_sums(part: np.ndarray, rows: int, cols: int) -> np.ndarray:
    height, width = part.shape[0] // rows, part.shape[1] // cols
    return part[: rows * height, : cols * width].reshape(rows, height, cols, width).sum(axis=(1, 3))
