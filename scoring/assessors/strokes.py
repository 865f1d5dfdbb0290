"""The long straight strokes of a photo: segments that lie on one line, seen as one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.lines import Lines

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

LONGEST = 16
"""So many of the longest segments may start a stroke."""
SAME_DEG, SAME_PX = 4.0, 3.0
"""Segments that agree this well lie on one line (LSD segments measure to 1 deg and 1 px; an edge of rock is rougher)."""
SLOPE_DEG = (15.0, 82.0)
"""Flatter is a horizon, steeper a wall."""
COVERED = 0.6
"""Share of a stroke that its segments must cover: with larger gaps it is two things in a row."""


@dataclass(frozen=True)
class Strokes:
    """`ends`: (n, 4) x0, y0, x1, y1 in pixels of the small copy, x0 <= x1; `covered`: (n,) share seen of each."""

    ends: F64
    covered: F64


def find_slopes(lines: Lines) -> Strokes:
    """The strokes that neither lie nor stand: the sides of triangles, and what leads into a picture."""
    steep = np.abs(lines.angle_deg)
    return find_strokes(lines, np.asarray((steep >= SLOPE_DEG[0]) & (steep <= SLOPE_DEG[1]), np.bool_))


def find_strokes(lines: Lines, wanted: Mask) -> Strokes:
    """The strokes of those segments that `wanted` (N,) names: each long segment prolonged by all that lie on its line."""
    ends, length, angle = lines.ends[wanted], lines.length_px[wanted], lines.angle_deg[wanted]
    seeds = np.argsort(-length, kind="stable")[:LONGEST]
    slope = np.radians(angle[seeds])[:, None]
    along, across = (np.cos(slope), np.sin(slope)), (-np.sin(slope), np.cos(slope))
    # (2, seeds, segments): where both ends of each segment lie along each seed's line, from its start, and how far off it.
    x, y = (np.stack([ends[:, at], ends[:, at + 2]])[:, None, :] - ends[seeds, at][:, None] for at in (0, 1))
    travel = x * along[0] + y * along[1]
    off = np.abs(x * across[0] + y * across[1]).max(axis=0)
    turned = np.abs((angle - angle[seeds][:, None] + 90.0) % 180.0 - 90.0)
    members = (off <= SAME_PX) & (turned <= SAME_DEG)
    start = np.where(members, travel.min(axis=0), np.inf).min(axis=1, initial=np.inf)
    stop = np.where(members, travel.max(axis=0), -np.inf).max(axis=1, initial=-np.inf)
    covered = (members * length).sum(axis=1) / np.maximum(stop - start, 1e-6)
    alone = covered < COVERED
    start, stop = np.where(alone, 0.0, start), np.where(alone, length[seeds], stop)
    covered = np.where(alone, 1.0, np.minimum(1.0, covered))
    kept = _first_of_each(members[:, seeds] & ~(alone[:, None] | np.eye(len(seeds), dtype=np.bool_)))
    direction = np.hstack([along[0], along[1], along[0], along[1]])
    reach = np.stack([start, start, stop, stop], axis=1)
    found = ends[seeds][:, [0, 1, 0, 1]] + direction * reach
    return Strokes(found[kept], covered[kept])


def _first_of_each(members: Mask) -> list[int]:
    """Seeds that no longer one has taken; `members` (seeds, seeds) bool: whom each would take."""
    taken = np.zeros(len(members), np.bool_)
    kept = []
    for seed, others in enumerate(members):
        if not taken[seed]:
            kept.append(seed)
            taken |= others
    return kept
