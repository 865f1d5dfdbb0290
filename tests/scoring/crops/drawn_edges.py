"""Edges whose lean is known."""

from __future__ import annotations

import numpy as np

from scoring.crops.straight_edges import Edges


def verticals(roll_deg, convergence, places):
    """Edges through (x, 0) that meet in one vanishing point."""
    x = np.array(places, np.float64)
    slope = np.tan(np.radians(roll_deg)) + convergence * x
    return Edges(x, np.zeros_like(x), np.full_like(x, 0.5), slope)


def together(*groups):
    """All edges of several groups."""
    return Edges(*(np.concatenate(parts) for parts in zip(*map(_parts, groups), strict=True)))


def _parts(edges):
    return edges.x, edges.y, edges.length, edges.slope
