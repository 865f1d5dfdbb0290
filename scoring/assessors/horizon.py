"""The horizon's tilt, from the longest nearly level line of a photo, and how far to trust that it is one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.lines import Lines
from scoring.ramp import ramp

F64 = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

LARGEST_TILT_DEG = 10.0
"""Beyond it a slope is a slope, not a crooked horizon (issue "Score a folder")."""
AGREEING_DEG = 1.5
"""Lines within this of the tilt speak for it."""
SAME_LINE_DEG, SAME_LINE_PX = 1.0, 2.0
"""Segments that agree this well lie on one line: a mast or a person cuts a horizon in two (LSD segments measure to 1 deg, 1 px)."""
SEED_ERROR_DEG = 0.3
"""Half a pixel at each end of a segment of 200 px."""
TRUSTED_SPAN = (0.35, 0.75)
"""Share of the picture's width under the line at which trust starts and is full: roofs and kerbs are shorter, sea horizons
longer (0.8 with a person before it, on the camera test photos)."""
VERTICAL_DEG = 12.0
"""Lines this near to upright are verticals of buildings, trees or masts."""
UPRIGHT_SLACK_DEG = 2.0
"""A rolled camera tilts verticals as much as the horizon; beyond this difference it is perspective, not roll."""
STEP_REACH_PX, LEAST_STEP = 4, 5.0
"""Land or sea differs from what is above it by at least 5 code values, 4 px off the line, in any light but fog."""
TRUSTED_STEP = (0.6, 0.9)
"""Share of the columns that must step the same way, edge to edge, for trust to start and be full: a horizon runs through the
whole frame but for who stands before it (0.94 behind a person); bonnets, roofs and streaks of cloud stop short (under 0.75)."""
INSIDE = (0.06, 0.94)
"""A line nearer to the top or bottom edge leaves no room for land or sky."""
LEAST_TRUST = 0.1
"""Less is no evidence at all: no tilt is reported."""
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
    for group in _on_lines(ends, angle, np.argsort(-length, kind="stable")[:12]):
        span = _span_px(ends[group]) / width
        if span > best_span:
            best, best_span = group, span
    if best is None:
        return NO_HORIZON
    slope, middle_y = _fitted(ends[best], length[best], width / 2)
    if not INSIDE[0] <= middle_y / height <= INSIDE[1]:
        return NO_HORIZON
    tilt = float(np.degrees(np.arctan(slope)))
    trust = ramp(best_span, TRUSTED_SPAN) * ramp(_step_share(lines, slope, middle_y), TRUSTED_STEP)
    trust *= _agreement(length, angle, tilt) * _upright(lines, tilt)
    return Horizon(tilt, trust, float(middle_y / height)) if trust >= LEAST_TRUST else NO_HORIZON


def _on_lines(ends: F64, angle: F64, seeds: npt.NDArray[np.intp]) -> Mask:
    """(seeds, segments): which segments lie on each seed's line, prolonged across the picture."""
    slope = np.tan(np.radians(angle[seeds]))[:, None]
    x, y = (ends[:, 0] + ends[:, 2]) / 2, (ends[:, 1] + ends[:, 3]) / 2
    across, down = x - x[seeds][:, None], y - y[seeds][:, None]
    # A small error in the seed's angle grows with the distance from it.
    reach = SAME_LINE_PX + np.abs(across) * np.tan(np.radians(SEED_ERROR_DEG))
    near = np.abs(down - slope * across) <= reach
    return np.asarray(near & (np.abs(angle - angle[seeds][:, None]) <= SAME_LINE_DEG), np.bool_)


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


def _step_share(lines: Lines, slope: float, middle_y: float) -> float:
    """Share of the columns, edge to edge, whose tone steps across the line in the direction that most of them do."""
    columns = np.arange(lines.luma.shape[1])
    row = np.round(middle_y + slope * (columns - lines.luma.shape[1] / 2)).astype(np.intp)
    inside = (row >= STEP_REACH_PX) & (row < lines.luma.shape[0] - STEP_REACH_PX)
    columns, row = columns[inside], row[inside]
    above, below = lines.luma[row - STEP_REACH_PX, columns], lines.luma[row + STEP_REACH_PX, columns]
    step = above.astype(np.float64) - below
    same_way = max(int((step >= LEAST_STEP).sum()), int((step <= -LEAST_STEP).sum()))
    return same_way / lines.size_px[0]


def _agreement(length: F64, angle: F64, tilt_deg: float) -> float:
    """Share of nearly level lines, by squared length, that run with the horizon: low in a perspective or a wavy scene."""
    weight = length**2
    return float(weight[np.abs(angle - tilt_deg) <= AGREEING_DEG].sum() / weight.sum())


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
