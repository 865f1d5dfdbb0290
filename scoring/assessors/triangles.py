"""Triangles of a photo: two long slopes that meet, as of a mountain, a gable, or a road running to the horizon."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.strokes import Strokes
from scoring.ramp import ramp

F64 = npt.NDArray[np.float64]

APEX_DEG = (25.0, 125.0)
"""Sharper is a spike; blunter is the corner of a plate seen from the side more often than a gable."""
OUTSIDE = 0.05
"""The apex may lie this share of the frame beyond it."""
MISSING = (0.5, 0.25)
"""Share of a side, from the apex on, that something hides, at which two slopes no longer make a triangle, and still do."""
EVEN = 0.65
"""The shorter side reaches so far of the longer one's way down from the apex: a base is about level."""
LONG_SIDE = (0.22, 0.4)
"""Length of the shorter side over the long edge at which a triangle starts to shape a picture, and does."""


@dataclass(frozen=True)
class Triangle:
    """`corners`: (3, 2) x, y in pixels of the small copy, the apex first; `strength` in [0, 1]."""

    corners: F64
    strength: float


NO_TRIANGLE = Triangle(np.zeros((0, 2)), 0.0)


def find_triangle(slopes: Strokes, size_px: tuple[int, int]) -> Triangle:
    """The largest triangle whose two sides are strokes of opposite slope; its base may be the ground or the frame's edge."""
    rising = slopes.ends[:, 3] < slopes.ends[:, 1]
    best = NO_TRIANGLE
    for left in np.flatnonzero(rising):
        for right in np.flatnonzero(~rising):
            found = _triangle(slopes, int(left), int(right), size_px)
            best = found if found.strength > best.strength else best
    return best


def _triangle(slopes: Strokes, rising: int, falling: int, size_px: tuple[int, int]) -> Triangle:
    one, other = slopes.ends[rising], slopes.ends[falling]
    apex = _meeting(one, other)
    if apex is None or not _in_frame(apex, size_px):
        return NO_TRIANGLE
    sides = [_side(apex, ends) for ends in (one, other)]
    downs = [far[1] - apex[1] for _, far in sides]
    # Both sides lead down from the apex, or both up: else the two only cross.
    if downs[0] * downs[1] <= 0 or min(map(abs, downs)) < EVEN * max(map(abs, downs)):
        return NO_TRIANGLE
    corners = np.array([apex, sides[0][1], sides[1][1]])
    length = np.hypot(*(corners[1:] - corners[0]).T)
    hidden = np.array([side[0] for side in sides]) / np.maximum(length, 1e-6)
    if hidden.max() > MISSING[0] or not APEX_DEG[0] <= _angle_deg(corners) <= APEX_DEG[1]:
        return NO_TRIANGLE
    return Triangle(corners, ramp(float(length.min()) / max(size_px), LONG_SIDE) * ramp(float(hidden.max()), MISSING))


def _meeting(one: F64, other: F64) -> F64 | None:
    """Where the lines of two strokes cross; None if they are parallel."""
    along, across = one[2:] - one[:2], other[2:] - other[:2]
    turn = along[0] * across[1] - along[1] * across[0]
    if abs(turn) < 1e-6:
        return None
    step = other[:2] - one[:2]
    return np.asarray(one[:2] + along * (step[0] * across[1] - step[1] * across[0]) / turn, np.float64)


def _in_frame(point: F64, size_px: tuple[int, int]) -> bool:
    return all(-OUTSIDE * size <= at <= (1.0 + OUTSIDE) * size for at, size in zip(point, size_px, strict=True))


def _side(apex: F64, ends: F64) -> tuple[float, F64]:
    """Distance from the apex to the near end of a stroke, negative where it runs on beyond; and its far end."""
    near, far = sorted((ends[:2], ends[2:]), key=lambda end: float(np.hypot(*(end - apex))))
    return float(np.hypot(*(near - apex))), far


def _angle_deg(corners: F64) -> float:
    """Of the apex."""
    one, other = corners[1] - corners[0], corners[2] - corners[0]
    return float(np.degrees(np.arccos(one @ other / max(float(np.hypot(*one) * np.hypot(*other)), 1e-6))))
