"""The horizon's tilt, from the longest nearly level line of a photo, and how far to trust that it is one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.lines import Lines

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

LARGEST_TILT_DEG = 10.0
"""Beyond it a slope is a slope, not a crooked horizon (issue "Score a folder")."""
SAME_LINE_DEG, SAME_LINE_PX = 1.5, 2.5
"""Segments that agree this well lie on one line: a mast or a person cuts a horizon in two (LSD segments measure to 1 deg, 1 px)."""
TRUSTED_SPAN = (0.35, 0.75)
"""Share of the picture's width under the line at which trust starts and is full: roofs and kerbs are shorter, sea horizons
longer (0.8 with a person before it, on the camera test photos)."""
VERTICAL_DEG = 12.0
"""Lines this near to upright are verticals of buildings, trees or masts."""
UPRIGHT_SLACK_DEG = 2.0
"""A rolled camera tilts verticals as much as the horizon; beyond this difference it is perspective, not roll."""
ENOUGH_VERTICALS = 1.0
"""Verticals of one long edge in total length are evidence."""


@dataclass(frozen=True)
class Horizon:
    """`tilt_deg`: positive = the right end is lower, the picture is turned clockwise; `confidence` in [0, 1].

    `height`: of the line's middle from the top, as a share of the picture's height; None without a line.
    """

    tilt_deg: float
    confidence: float
    height: float | None


NO_HORIZON = Horizon(0.0, 0.0, None)


def find_horizon(lines: Lines) -> Horizon:
    """The nearly level line that spans most of the width; `NO_HORIZON` if none spans enough."""
    level = np.abs(lines.angle_deg) <= LARGEST_TILT_DEG
    ends, length, angle = lines.ends[level], lines.length_px[level], lines.angle_deg[level]
    width, height = lines.size_px
    best, best_span = None, TRUSTED_SPAN[0]
    for seed in np.argsort(-length, kind="stable")[:12]:
        group = _on_line(ends, angle, int(seed))
        span = _span_px(ends[group]) / width
        if span > best_span:
            best, best_span = group, span
    if best is None:
        return NO_HORIZON
    slope, middle_y = _fitted(ends[best], length[best], width / 2)
    tilt = float(np.degrees(np.arctan(slope)))
    trust = (best_span - TRUSTED_SPAN[0]) / (TRUSTED_SPAN[1] - TRUSTED_SPAN[0])
    trust = min(1.0, trust) * _agreement(length, angle, tilt) * _upright(lines, tilt)
    return Horizon(tilt, float(trust), float(middle_y / height))


def _on_line(ends: F64, angle: F64, seed: int) -> Mask:
    """Segments that lie on the seed's line, prolonged across the picture."""
    slope = np.tan(np.radians(angle[seed]))
    x, y = (ends[:, 0] + ends[:, 2]) / 2, (ends[:, 1] + ends[:, 3]) / 2
    # A small error in the seed's angle grows with the distance from it.
    reach = SAME_LINE_PX + np.abs(x - x[seed]) * np.tan(np.radians(0.5))
    near = np.abs(y - y[seed] - slope * (x - x[seed])) <= reach
    return np.asarray(near & (np.abs(angle - angle[seed]) <= SAME_LINE_DEG), np.bool_)


def _span_px(ends: F64) -> float:
    """Width in pixels that the segments cover together."""
    covered, reached = 0.0, -np.inf
    for left, right in sorted(zip(ends[:, 0], ends[:, 2], strict=True)):
        covered += max(0.0, right - max(left, reached))
        reached = max(reached, right)
    return float(covered)


def _fitted(ends: F64, length: F64, at_x: float) -> tuple[float, float]:
    """Slope of the line through all ends, longer segments weighing more, and its y at `at_x`."""
    x, y = np.concatenate([ends[:, 0], ends[:, 2]]), np.concatenate([ends[:, 1], ends[:, 3]])
    slope, offset = np.polyfit(x, y, 1, w=np.concatenate([length, length]))
    return float(slope), float(slope * at_x + offset)


def _agreement(length: F64, angle: F64, tilt_deg: float) -> float:
    """Share of nearly level lines, by squared length, that run with the horizon: low in a perspective or a wavy scene."""
    weight = length**2
    return float(weight[np.abs(angle - tilt_deg) <= SAME_LINE_DEG].sum() / weight.sum())


def _upright(lines: Lines, tilt_deg: float) -> float:
    """1, or a half where verticals contradict the tilt."""
    lean = np.where(lines.angle_deg > 0, lines.angle_deg - 90.0, lines.angle_deg + 90.0)
    upright = np.abs(lean) <= VERTICAL_DEG
    length = lines.length_px[upright]
    if length.sum() < ENOUGH_VERTICALS * max(lines.size_px):
        return 1.0
    order = np.argsort(lean[upright], kind="stable")
    middle = int(np.searchsorted(np.cumsum(length[order]), length.sum() / 2))
    return 1.0 if abs(float(lean[upright][order][middle]) - tilt_deg) <= UPRIGHT_SLACK_DEG else 0.5
