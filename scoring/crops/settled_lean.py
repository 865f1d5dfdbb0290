"""The common lean of edges near a first guess, to a tenth of a degree."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from scoring.crops.straight_edges import Edges

REACH = math.radians(1.8)
"""An edge 1.8 deg from the others says nothing for them (Tukey's biweight: three times a spread of 0.6 deg)."""
STEPS = 5
"""The mean shift to a biweight's peak moves by less than 0.01 deg from then on."""


@dataclass(frozen=True)
class Witnesses:
    """Edges, how they converge (`lean_votes.CONVERGENCES`), and what their votes weigh."""

    edges: Edges
    convergence: float
    weight: float


def settled_lean_deg(groups: list[Witnesses], lean_deg: float) -> float:
    """The lean near `lean_deg` that most length of the edges shares, by reweighted means of what is left of their slopes."""
    measured = np.concatenate([group.edges.slope - group.convergence * group.edges.across for group in groups])
    length = np.concatenate([group.weight * group.edges.length for group in groups])
    slope = math.tan(math.radians(lean_deg))
    for _ in range(STEPS):
        agreed = length * np.maximum(0.0, 1.0 - ((measured - slope) / REACH) ** 2)
        if agreed.sum() <= 0.0:
            break
        slope = float((agreed * measured).sum() / agreed.sum())
    return math.degrees(math.atan(slope))
