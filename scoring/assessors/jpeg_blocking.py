"""JPEG blocks: how much larger steps are on an 8 x 8 grid than beside it, whatever phase a crop has given the grid."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.frame import F32, U8

BLOCK_PX = 8
"""Side of a JPEG block (ITU-T T.81)."""
TILE_PX = 64
"""Eight blocks: seven whole periods of steps, either way."""
EVENLY = np.full(TILE_PX, 1.0 / TILE_PX, np.float32)
"""Times it, the lines of a tile give their mean, three times as fast as `np.mean`."""
GRID = (6, 9)
"""At most 54 tiles, a fifth of a megapixel however large the photo."""
LARGEST_STEP = 16
"""Codes from which a step is an edge of the scene: it then counts no more than this (Wang, Sheikh & Bovik 2002 leave it unbounded,
and a picket fence misleads them)."""
LEAST_ACTIVITY = 0.05
"""Mean step, in codes, of a tile that shows anything; black and blown ones show no blocks either."""
FLOOR = 0.25
"""Codes added to a tile's mean step before it divides: one step of a code every four pixels, less than which nobody sees."""
SIGNIFICANT = 4.0
"""The grid's phase must stand out from the seven others by so many of their standard deviations, down and across alike. Of 16
camera photos at JPEG quality 50 all pass; of the same photos halved in size, whose grid is gone, none does."""
ACROSS_TO_DOWN = 3.0
"""Blocks are square: a pattern that is this much stronger one way is of the scene (blinds, stairs)."""


@dataclass(frozen=True, slots=True)
class Blocking:
    """The 8 x 8 grid of a photo."""

    ratio: float
    """How much larger steps on the grid are than beside it, as a share of the mean step (and `FLOOR`): 0 = no grid; 0.8 where steps
    of two codes beside it are four on it; 8 at most.
    """
    step: float
    """The same in 8-bit code values."""
    sure: bool
    """Whether one phase stands out both down and across: a grid, and no accident."""

    @property
    def seen(self) -> float:
        """How plainly the grid is seen: it must stand out (`ratio`), and the higher it is, the less detail hides it (`step`)."""
        return self.ratio * math.sqrt(max(0.0, self.step))


def measure_blocking(luma: U8) -> Blocking | None:
    """(H, W) uint8 at native resolution -> its grid; None where there is too little to see."""
    rows, columns = (_starts(length, count) for length, count in zip(luma.shape, GRID, strict=True))
    if not (len(rows) and len(columns)):
        return None
    windows = np.lib.stride_tricks.sliding_window_view(luma, (TILE_PX, TILE_PX))
    tiles = windows[np.ix_(rows, columns)].reshape(-1, TILE_PX, TILE_PX)
    lines = tiles.reshape(-1, TILE_PX)
    across = EVENLY @ _steps(lines[:, 1:], lines[:, :-1]).reshape(-1, TILE_PX, TILE_PX - 1)
    down = _steps(tiles[:, 1:], tiles[:, :-1]) @ EVENLY
    across, down = _by_phase(across, np.tile(columns, len(rows))), _by_phase(down, np.repeat(rows, len(columns)))
    active = (across.mean(axis=1) > LEAST_ACTIVITY) & (down.mean(axis=1) > LEAST_ACTIVITY)
    if not active.any():
        return None
    return _grid_of(across[active], down[active])


def _starts(length_px: int, count: int) -> npt.NDArray[np.int64]:
    return np.linspace(0, max(0, length_px - TILE_PX), min(count, length_px // TILE_PX)).astype(np.int64)


def _steps(ahead: U8, behind: U8) -> F32:
    """Pixels and those before them -> how far they differ, at most `LARGEST_STEP`, in the same shape."""
    return np.asarray(np.minimum(cv2.absdiff(ahead, behind), np.uint8(LARGEST_STEP)), np.float32)


def _by_phase(mean: F32, starts: npt.NDArray[np.int64]) -> F32:
    """(N, 63) mean steps along tiles, and where each tile starts -> (N, 8), by position in the photo modulo 8."""
    whole = mean[:, : TILE_PX - BLOCK_PX].reshape(len(mean), -1, BLOCK_PX).mean(axis=1)
    # Step k lies between pixels k and k + 1; it is on the grid where k + 1 is a multiple of 8 in the uncropped photo.
    phase = (starts[:, None] + 1 + np.arange(BLOCK_PX)) % BLOCK_PX
    by_phase = np.empty_like(whole)
    np.put_along_axis(by_phase, phase, whole, axis=1)
    return np.asarray(by_phase, np.float32)


def _grid_of(across: F32, down: F32) -> Blocking:
    found = [_peak(across), _peak(down)]
    ratios = [ratio for ratio, _, _ in found]
    square = max(ratios) <= ACROSS_TO_DOWN * min(ratios)
    sure = square and all(significance >= SIGNIFICANT for _, _, significance in found)
    return Blocking(float(np.mean(ratios)), float(np.mean([step for _, step, _ in found])), sure)


def _peak(by_phase: F32) -> tuple[float, float, float]:
    """Ratio, step in codes and significance of the strongest phase against the seven others."""
    relative = (by_phase / (by_phase.mean(axis=1, keepdims=True) + FLOOR)).mean(axis=0)
    phase = int(relative.argmax())
    others = np.delete(relative, phase)
    excess = float(relative[phase] - others.mean())
    codes = by_phase.mean(axis=0)
    step = float(codes[phase] - np.delete(codes, phase).mean())
    return excess, step, excess / max(float(others.std()), 1e-3)
