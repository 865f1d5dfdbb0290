"""The horizon among the level edges of a picture."""

from __future__ import annotations

import numpy as np

from scoring.assessors.horizon import Horizon, find_horizon
from scoring.assessors.lines import Lines
from scoring.crops.straight_edges import U8, Edges

SHORTEST = 0.08
"""Half long edges: shorter ones are texture, as in `scoring.assessors.lines`."""


def horizon_among(levels: Edges, luma: U8) -> Horizon:
    """`levels`: what `level_edges` found in `luma`, (h, w) uint8."""
    levels = levels.where(levels.length >= SHORTEST)
    half_run = levels.length / 2 / np.hypot(1.0, levels.slope)
    x, y = -levels.y, levels.x
    fall = half_run * levels.slope
    ends = np.column_stack([x - half_run, y - fall, x + half_run, y + fall]) * max(luma.shape) / 2
    middle = np.array([luma.shape[1] - 1, luma.shape[0] - 1]) / 2
    return find_horizon(Lines(ends + np.tile(middle, 2), luma))
