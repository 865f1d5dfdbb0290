"""How far straight edges lean together, told apart from how they converge in perspective."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.crops.straight_edges import Edges

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

LEANS_DEG = np.arange(-13.0, 13.01, 0.5)
"""Leans that are tried; those beyond 10 deg only so that a lean out of reach is not taken for one within it."""
SLOPES = np.tan(np.radians(LEANS_DEG)).astype(np.float32)
CONVERGENCES = np.linspace(-0.3, 0.3, 17).astype(np.float32)
"""Slope gained from the middle to half a long edge beside it: a 28 mm lens on a full frame tilted up by 25 deg gives 0.3."""
REACH = np.float32(np.radians(1.8))
"""An edge 1.8 deg from the others says nothing for them (Tukey's biweight: three times a spread of 0.6 deg; 0.4 to 1.0 deg serve
as well on the half of the photos of docs/crops.md that constants were chosen on)."""

SETTLING_STEPS = 5
"""The mean shift to a biweight's peak moves by less than 0.01 deg from then on."""


@dataclass(frozen=True)
class Perspective:
    """What is expected before looking: the spread of convergences, and the share of a vote that a large one keeps."""

    spread: float
    floor: float


UPRIGHT = Perspective(0.12, 0.6)
"""Verticals converge wherever a camera looks up or down, mostly by less than 10 deg; their middle tells the roll all the same."""
LEVEL = Perspective(0.06, 0.3)
"""Level lines that converge recede, and lie level in the picture only at the height of the eye."""


@dataclass(frozen=True)
class Votes:
    """`by_lean`: for each of `LEANS_DEG`, length of the edges that agree, in half long edges, at the convergence that suits it
    best, which is `convergence`; both (leans,). `total`: length of all edges."""

    by_lean: F64
    convergence: F64
    total: float


def lean_votes(edges: Edges, expected: Perspective) -> Votes:
    """What the edges vote for.

    Lines that are upright in the world meet in one vanishing point. For a camera rolled by r that looks up or down, an edge at
    (x, y) from the picture's middle leans by tan(lean) = tan(r) + k (x + y tan(lean)): k = 0 where it looks ahead.
    """
    slope, length, across = (part.astype(np.float32) for part in (edges.slope, edges.length, edges.across))
    straightened = slope - CONVERGENCES[:, None] * across
    off = (straightened[None] - SLOPES[:, None, None]) / REACH
    agreed = np.maximum(np.float32(0), np.float32(1) - off * off)
    votes = (agreed * agreed) @ length * _expectation(expected)
    best = votes.argmax(axis=1)
    by_lean = np.take_along_axis(votes, best[:, None], axis=1)[:, 0]
    return Votes(by_lean.astype(np.float64), CONVERGENCES[best].astype(np.float64), float(edges.length.sum()))


def _expectation(expected: Perspective) -> F32:
    likely = np.exp(-0.5 * (CONVERGENCES / expected.spread) ** 2)
    return np.asarray(expected.floor + (1.0 - expected.floor) * likely, np.float32)


def settled_slope(groups: list[tuple[Edges, float, float]], slope: float) -> float:
    """The common slope near `slope`, by reweighted means; `groups`: edges, the weight of their votes, their convergence."""
    measured = np.concatenate([edges.slope - convergence * edges.across for edges, _, convergence in groups])
    length = np.concatenate([weight * edges.length for edges, weight, _ in groups])
    for _ in range(SETTLING_STEPS):
        agreed = length * np.maximum(0.0, 1.0 - ((measured - slope) / REACH) ** 2)
        if agreed.sum() <= 0.0:
            break
        slope = float((agreed * measured).sum() / agreed.sum())
    return slope
