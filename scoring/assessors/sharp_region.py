"""Where a photo is sharpest: the largest group of its sharpest tiles, and how it differs from the rest."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.tile_sharpness import TileSharpness

Mask = npt.NDArray[np.bool_]

PEAK_SHARE = 0.05
"""The sharpest 5 % of the judged tiles are the peak, as in S-Blur's strongest 5 % (NTIA)."""
SHARP_OVER_PEAK = 0.6
"""Tiles from 60 % of the peak up count as sharp: the tile measure falls to 60 % at a blur of about 2 px, one circle of
confusion of a 9-megapixel frame."""


@dataclass(frozen=True)
class SharpRegion:
    """`box`: x0, y0, x1, y1 as shares of width and height; `tiles`: (rows, cols) bool, its sharp tiles.

    `peak`: sharpness of the sharpest tiles, in [0, 1]; `spread`: share of all judged tiles that are sharp, in [0, 1]:
    small = shallow depth of field, near 1 = sharp throughout. `contiguity`: share of the sharp tiles in this group, in (0, 1].
    """

    box: tuple[float, float, float, float]
    tiles: Mask
    peak: float
    spread: float
    contiguity: float

    @property
    def centre(self) -> tuple[float, float]:
        """(x, y) of the mean sharp tile, in [0, 1]."""
        rows, cols = np.nonzero(self.tiles)
        return float((cols.mean() + 0.5) / self.tiles.shape[1]), float((rows.mean() + 0.5) / self.tiles.shape[0])


def find_sharp_region(map_: TileSharpness) -> SharpRegion:
    """The group of touching sharp tiles with the most sharpness in all; at least one tile must have been judged."""
    peak = peak_sharpness(map_, map_.judged)
    sharp = sharp_tiles(map_, peak)
    count, labels = cv2.connectedComponents(sharp.astype(np.uint8), connectivity=8)
    weight = np.bincount(labels.ravel(), weights=map_.sharpness.ravel(), minlength=count)
    # Label 0 is what is not sharp.
    tiles = np.asarray(labels == 1 + int(np.argmax(weight[1:])), np.bool_)
    rows, cols = np.flatnonzero(tiles.any(axis=1)), np.flatnonzero(tiles.any(axis=0))
    height, width = tiles.shape
    box = (
        float(cols[0] / width),
        float(rows[0] / height),
        float((cols[-1] + 1) / width),
        float((rows[-1] + 1) / height),
    )
    return SharpRegion(box, tiles, peak, float(sharp.sum() / map_.judged.sum()), float(tiles.sum() / sharp.sum()))


def sharp_tiles(map_: TileSharpness, peak: float) -> Mask:
    """(rows, cols) bool: judged tiles about as sharp as the sharpest."""
    return np.asarray(map_.judged & (map_.sharpness >= SHARP_OVER_PEAK * peak), np.bool_)


def peak_sharpness(map_: TileSharpness, among: Mask, share: float = PEAK_SHARE) -> float:
    """Mean of the sharpest `share` of the judged tiles in `among`; 0 if none was judged."""
    values = np.sort(map_.sharpness[among & map_.judged])
    if not len(values):
        return 0.0
    return float(values[-max(1, round(share * len(values))) :].mean())
