"""The long straight strokes of a photo: segments that lie on one line, seen as one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.lines import Lines

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

LONGEST = 24
"""So many of the longest segments may start a stroke."""
SAME_DEG, SAME_PX = 4.0, 3.0
"""Segments that agree this well lie on one line (LSD segments measure to 1 deg and 1 px; an edge of rock is rougher)."""
SLOPE_DEG = (15.0, 82.0)
"""Flatter is a horizon, steeper a wall."""
COVERED = 0.6
"""Share of a stroke that its segments must cover: with larger gaps it is two things in a row."""


@dataclass(frozen=True)
class Strokes:
    """`ends`: (n, 4) x0, y0, x1, y1 in pixels of the small copy, x0 <= x1; `covered`: (n,) share seen of each; longest first."""

    ends: F64
    covered: F64


def find_slopes(lines: Lines) -> Strokes:
    """The strokes that neither lie nor stand: the sides of triangles, and what leads into a picture."""
    steep = np.abs(lines.angle_deg)
    return find_strokes(lines, np.asarray((steep >= SLOPE_DEG[0]) & (steep <= SLOPE_DEG[1]), np.bool_))


def find_strokes(lines: Lines, wanted: Mask) -> Strokes:
    """The strokes of those segments that `wanted` (N,) names; a segment belongs to one stroke only."""
    ends, length = lines.ends[wanted], lines.length_px[wanted]
    seeds = np.argsort(-length, kind="stable")[:LONGEST]
    together = _on_one_line(ends, lines.angle_deg[wanted], seeds)
    free = np.ones(len(ends), np.bool_)
    found = []
    for seed, members in zip(seeds, together, strict=True):
        if free[seed]:
            stroke, taken = _stroke(ends, length, int(seed), members & free)
            free &= ~taken
            found.append(stroke)
    strokes = np.array(found).reshape(-1, 5)
    order = np.argsort(-np.hypot(strokes[:, 2] - strokes[:, 0], strokes[:, 3] - strokes[:, 1]), kind="stable")
    return Strokes(strokes[order, :4], strokes[order, 4])


def _on_one_line(ends: F64, angle_deg: F64, seeds: npt.NDArray[np.intp]) -> Mask:
    """(seeds, segments): whether both ends of a segment lie on the seed's line, and it runs along it."""
    slope = np.radians(angle_deg[seeds])[:, None]
    across, down = -np.sin(slope), np.cos(slope)
    x, y = ends[seeds, 0][:, None], ends[seeds, 1][:, None]
    first = np.abs((ends[:, 0] - x) * across + (ends[:, 1] - y) * down)
    last = np.abs((ends[:, 2] - x) * across + (ends[:, 3] - y) * down)
    turned = np.abs((angle_deg[None, :] - angle_deg[seeds][:, None] + 90.0) % 180.0 - 90.0)
    return np.asarray((np.maximum(first, last) <= SAME_PX) & (turned <= SAME_DEG), np.bool_)


def _stroke(ends: F64, length: F64, seed: int, members: Mask) -> tuple[list[float], Mask]:
    """x0, y0, x1, y1, covered share; and the segments it takes: the seed alone where they leave wide gaps."""
    points = ends[members].reshape(-1, 2)
    along = ends[seed, 2:] - ends[seed, :2]
    order = np.argsort(points @ along, kind="stable")
    first, last = sorted((points[order[0]].tolist(), points[order[-1]].tolist()))
    covered = float(length[members].sum() / max(np.hypot(last[0] - first[0], last[1] - first[1]), 1e-6))
    if covered < COVERED:
        return [*ends[seed].tolist(), 1.0], np.arange(len(ends)) == seed
    return [*first, *last, min(1.0, covered)], members
