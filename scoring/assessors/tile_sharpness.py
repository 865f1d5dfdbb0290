"""Sharpness of every tile, free of contrast: how much of its detail sits in the finest octaves."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.detail import OCTAVES, Detail

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

OCTAVE_CREDIT = np.array([1.0, 0.5, 0.25, 0.125, 0.0])
"""Credit of an octave's share: halves with its frequency, nothing for the coarsest. Falling credits make the mean fall under
every blur, because a blur dims a finer octave more than a coarser one (the spectral slope of S3, Vu & Chandler 2012)."""
EDGE_EQUALISER = 2.0 ** -np.arange(OCTAVES)
"""A sharp edge fills a tile's octaves in the ratio 1 : 2 : 4 ... (its line is twice as wide in each halving); this evens them."""
NOISE_MARGIN = 1.5
"""Energy taken off for noise, over that of the flattest tiles: 1.25**2, as in S-Blur."""
LEAST_CONTRAST = 2.0
"""Rms in code values, in the octaves that a blur of 2 px leaves alone, below which a tile has no edge to judge. Clear sky,
snow and black of the camera test photos stay under 1."""
COARSE_FROM = 2
"""First octave that counts as evidence: a photo blurred by 2 px must not lose its evidence with its sharpness."""


@dataclass(frozen=True)
class TileSharpness:
    """`sharpness`: (rows, cols) in [0, 1], smoothed over 3 x 3 tiles, 0 where not `judged`; a lone sharp edge gives 0.38.

    `judged`: (rows, cols) bool, tiles with enough edges to tell. `contrast`: (rows, cols), their rms in code values.
    """

    sharpness: F64
    judged: Mask
    contrast: F64


def tile_sharpness(detail: Detail) -> TileSharpness:
    """Share of fine detail in each tile, after taking off what noise explains."""
    noise = NOISE_MARGIN * detail.noise_energy[:, None, None]
    energy = np.maximum(detail.energy - noise, 0.0) * EDGE_EQUALISER[:, None, None]
    contrast = np.sqrt(energy[COARSE_FROM:].sum(axis=0))
    judged = contrast >= LEAST_CONTRAST
    # Neighbours are pooled before dividing, so that a tile with little detail cannot outvote one with much.
    pooled = np.stack(
        [cv2.blur(np.where(judged, octave, 0.0), (3, 3), borderType=cv2.BORDER_CONSTANT) for octave in energy]
    )
    credit = np.einsum("k,khw->hw", OCTAVE_CREDIT, pooled)
    sharpness = np.divide(credit, pooled.sum(axis=0), out=np.zeros_like(credit), where=judged)
    return TileSharpness(sharpness, np.asarray(judged, np.bool_), contrast)
