"""How far the left of a photo mirrors its right, beyond what any two halves of it have in common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from scoring.ramp import ramp

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

MIRROR_PX = 64
"""Symmetry is about masses, not texture."""
AXIS_REACH = 3
"""The axis may lie up to 3 of 64 columns off the middle: 5 % of the width (issue 5)."""
BLOCK_COLUMNS = 4
"""Columns are shuffled in blocks of this width: neighbours look alike in any photo, and that is no symmetry."""
SHUFFLES = 20
"""Shuffled copies, each with as many tries as the axis; the best is what chance gives (0.95 of the null)."""
BEYOND_CHANCE = (0.25, 0.65)
"""Part of the way from chance to a perfect mirror at which a photo starts to read as symmetric, and does (16 camera photos and
60 of BIQ2021, judged by eye)."""
SPREAD = (0.25, 0.5)
"""Share of the columns that carry the structure: a moon in the middle of the night is in the centre, its picture not a mirror."""
LEAST_CONTRAST = 3.0
"""Deviation in 8-bit code values between the columns of one row: less is a plain sky and its noise."""


@dataclass(frozen=True)
class Symmetry:
    """`strength` in [0, 1]; `correlation`: with the mirrored copy, -1..1; `by_chance`: with shuffled ones.

    `axis`: where it lies, as a share of the width.
    """

    strength: float
    correlation: float
    by_chance: float
    axis: float


NO_SYMMETRY = Symmetry(0.0, 0.0, 0.0, 0.5)


def mirror_symmetry(luma: U8) -> Symmetry:
    """(H, W) uint8 -> its left-right symmetry: correlation of luma and edges with the mirrored copy, against a null of
    mirrored copies whose columns were shuffled in blocks (a permutation test, Good 2005).

    What all columns share, such as a sky over a sea, is taken out first: it mirrors itself however columns are shuffled.
    """
    masses = cv2.resize(luma, (MIRROR_PX, MIRROR_PX), interpolation=cv2.INTER_AREA).astype(np.float32)
    smooth = cv2.GaussianBlur(masses, (0, 0), 1.0)
    edges = cv2.magnitude(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    products = _column_products(np.asarray(masses, np.float32))
    if float(np.trace(products)) < LEAST_CONTRAST**2 * masses.size:
        return NO_SYMMETRY
    likeness = _scaled(products) + _scaled(_column_products(np.asarray(edges, np.float32)))
    observed = [_mirrored(likeness, shift) for shift in range(-AXIS_REACH * 2, AXIS_REACH * 2 + 1, 2)]
    best = int(np.argmax(observed))
    chance = _by_chance(likeness)
    beyond = (observed[best] - chance) / (1.0 - chance) if chance < 1.0 else 0.0
    strength = ramp(beyond, BEYOND_CHANCE) * ramp(_spread(likeness), SPREAD)
    axis = 0.5 + (best - AXIS_REACH) / MIRROR_PX
    return Symmetry(strength, observed[best], chance, axis)


def _column_products(plane: F32) -> F32:
    """(n, n) inner products of the columns, without what all columns share."""
    own = plane - plane.mean(axis=1, keepdims=True)
    return np.asarray(own.T @ own, np.float32)


def _scaled(products: F32) -> F32:
    """Halved, so that luma and edges together have a trace of one."""
    power = float(np.trace(products))
    return products / (2.0 * power) if power > 0.0 else products


def _mirrored(likeness: F32, shift: int) -> float:
    """Correlation with the mirror image, the axis moved by half of `shift` columns."""
    kept = likeness[max(0, shift) : MIRROR_PX + min(0, shift), max(0, shift) : MIRROR_PX + min(0, shift)]
    power = float(kept.diagonal().sum())
    return float(kept[:, ::-1].diagonal().sum()) / power if power > 0.0 else 0.0


@cache
def _shuffled_pairs() -> Places:
    """(copies, columns): places in the flat table of likenesses of each column and the one that a shuffled mirror image lays
    over it; the same for every photo."""
    blocks = np.arange(MIRROR_PX)[::-1].reshape(-1, BLOCK_COLUMNS)
    order = np.random.default_rng(5)
    copies = SHUFFLES * (2 * AXIS_REACH + 1)
    over = np.stack([blocks[order.permutation(len(blocks))].ravel() for _ in range(copies)])
    return np.asarray(over + MIRROR_PX * np.arange(MIRROR_PX), np.intp)


def _by_chance(likeness: F32) -> float:
    """Correlation that no shuffled copy exceeds."""
    return float(likeness.ravel().take(_shuffled_pairs()).sum(axis=1).max())


def _spread(likeness: F32) -> float:
    """Share of the columns that would carry the structure if each carried as much (participation ratio)."""
    power = np.diagonal(likeness)
    return float(power.sum() ** 2 / (MIRROR_PX * (power**2).sum()))
