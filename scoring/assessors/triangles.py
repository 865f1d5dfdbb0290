"""Triangles of a photo: two long slopes that meet, as of a mountain, a gable, or a road running to the horizon."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.strokes import Strokes

F64 = npt.NDArray[np.float64]

APEX_DEG = (25.0, 125.0)
"""Sharper is a spike; blunter is the corner of a plate seen from the side more often than a gable."""
OUTSIDE = 0.05
"""The apex may lie this share of the frame beyond it."""
MISSING = (0.5, 0.25)
"""Share of a side, from the apex on, that something hides, at which two slopes no longer make a triangle, and still do."""
BASE_DEG = 15.0
"""The base lies about level, and under the apex: slopes that open upwards are branches, plates and ceilings (of five such on
500 photos of BIQ2021 nobody would call one a triangle)."""
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
    one, other = np.nonzero(rising[:, None] & ~rising)
    if len(one) == 0:
        return NO_TRIANGLE
    sides = np.stack([slopes.ends[one], slopes.ends[other]])
    apex = _meeting(sides[0], sides[1])
    near, far = _ends_from(apex, sides)
    corners = np.stack([apex, far[0], far[1]], axis=1)
    strength = _strengths(corners, near, size_px)
    best = int(np.argmax(strength))
    return Triangle(corners[best], float(strength[best])) if strength[best] > 0.0 else NO_TRIANGLE


def _meeting(one: F64, other: F64) -> F64:
    """(n, 4) and (n, 4) -> (n, 2): where the lines of two strokes cross; they slope against one another, so they do."""
    along, across, step = one[:, 2:] - one[:, :2], other[:, 2:] - other[:, :2], other[:, :2] - one[:, :2]
    turn = along[:, 0] * across[:, 1] - along[:, 1] * across[:, 0]
    share = (step[:, 0] * across[:, 1] - step[:, 1] * across[:, 0]) / turn
    return np.asarray(one[:, :2] + along * share[:, None], np.float64)


def _ends_from(apex: F64, sides: F64) -> tuple[F64, F64]:
    """(2, n) distance from the apex to the near end of each side, and (2, n, 2) its far end."""
    first, last = sides[..., :2], sides[..., 2:]
    apart = np.stack([_length(first - apex), _length(last - apex)])
    return apart.min(axis=0), np.where((apart[0] > apart[1])[..., None], first, last)


def _strengths(corners: F64, near: F64, size_px: tuple[int, int]) -> F64:
    """(n, 3, 2) corners and (2, n) distances from the apex to where the sides begin -> (n,) strengths in [0, 1]."""
    apex = corners[:, 0]
    sides = corners[:, 1:] - apex[:, None]
    length = np.maximum(_length(sides), 1e-6)
    inside = ((apex >= -OUTSIDE * np.array(size_px)) & (apex <= (1.0 + OUTSIDE) * np.array(size_px))).all(axis=1)
    below = (sides[..., 1] > 0.0).all(axis=1)
    base = np.abs(sides[:, 1] - sides[:, 0])
    level = base[:, 1] <= np.tan(np.radians(BASE_DEG)) * base[:, 0]
    cosine = np.clip((sides[:, 0] * sides[:, 1]).sum(axis=1) / length.prod(axis=1), -1.0, 1.0)
    angle = np.degrees(np.arccos(cosine))
    wide = (angle >= APEX_DEG[0]) & (angle <= APEX_DEG[1])
    hidden = (near.T / length).max(axis=1)
    seen = np.clip((hidden - MISSING[0]) / (MISSING[1] - MISSING[0]), 0.0, 1.0)
    share = length.min(axis=1) / max(size_px)
    large = np.clip((share - LONG_SIDE[0]) / (LONG_SIDE[1] - LONG_SIDE[0]), 0.0, 1.0)
    return np.asarray((inside & below & level & wide) * seen * large, np.float64)


def _length(vectors: F64) -> F64:
    return np.asarray(np.hypot(vectors[..., 0], vectors[..., 1]), np.float64)
