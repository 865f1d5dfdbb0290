"""Noise patch by patch, with the place of each: sigma about the shading, on an even grid."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.noise_measure import ALIKE, SMOOTHEST
from scoring.assessors.noise_patches import PATCH_PX, measure_patches
from scoring.frame import F32, U8

Mask = npt.NDArray[np.bool_]

GRID = 32
"""At most 32 x 32 patches: as many as a page of 1,600 px shows apart."""


@dataclass(frozen=True)
class NoiseMap:
    """A grid of patches. `sigma`: (rows, cols) float32, luma, in code values; `usable`: (rows, cols) bool, not clipped;
    `smooth`: (rows, cols) bool, those of them that vary as little as the smoothest, and so show the noise.

    `left_px`, `top_px`: where columns and rows begin in the picture; patches are 16 px wide.
    """

    sigma: F32
    usable: Mask
    smooth: Mask
    left_px: npt.NDArray[np.int64]
    top_px: npt.NDArray[np.int64]


def noise_map(rgb: U8) -> NoiseMap:
    """(H, W, 3) uint8 at native resolution -> sigmas of at most 32 x 32 patches spread over it."""
    top, left = (_starts(length) for length in rgb.shape[:2])
    rows, columns = (corners.ravel() for corners in np.meshgrid(top, left, indexing="ij"))
    patches = measure_patches(rgb, rows, columns)
    sigma = np.zeros((len(top), len(left)), np.float32)
    usable = np.zeros(sigma.shape, np.bool_)
    sigma.flat[patches.where] = patches.luma
    usable.flat[patches.where] = True
    return NoiseMap(sigma, usable, _smooth(sigma, usable), left, top)


def _smooth(sigma: F32, usable: Mask) -> Mask:
    if not usable.any():
        return usable
    return np.asarray(usable & (sigma <= ALIKE * np.quantile(sigma[usable], SMOOTHEST)))


def _starts(length_px: int) -> npt.NDArray[np.int64]:
    count = min(GRID, length_px // PATCH_PX)
    return np.linspace(0, max(0, length_px - PATCH_PX), count).astype(np.int64)
