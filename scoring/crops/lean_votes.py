"""What straight edges vote for: how strongly each lean is supported, told apart from how edges converge in perspective."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.crops.straight_edges import Edges

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

LEANS_DEG = np.arange(-16.0, 16.01, 0.5)
"""Leans that are tried; those beyond 10 deg only so that a lean out of reach is not taken for one within it."""
BIN_DEG, WIDEST_DEG = 0.25, 24.0
"""Leans are counted in bins of half a step, an edge in the two that it lies between: what is lost is under 0.01 of a vote."""
CONVERGENCES = np.linspace(-0.3, 0.3, 17)
"""Slope gained from the middle to half a long edge beside it: a 28 mm lens on a full frame tilted up by 25 deg gives 0.3."""
AHEAD = len(CONVERGENCES) // 2
"""Of them the one of a camera that looks ahead: nothing converges."""
LONG = 0.16
"""Half long edges: a longer one is measured to a tenth of a degree."""


@dataclass(frozen=True)
class Perspective:
    """What is expected before looking: the spread of convergences, and the share of a vote that a large one keeps."""

    spread: float
    floor: float

    @property
    def expectation(self) -> F64:
        """(convergences, 1): the weight of each."""
        likely = np.exp(-0.5 * (CONVERGENCES / self.spread) ** 2)
        return np.asarray(self.floor + (1.0 - self.floor) * likely, np.float64)[:, None]


UPRIGHT = Perspective(0.12, 0.6)
"""Verticals converge wherever a camera looks up or down, mostly by less than 10 deg; their middle tells the roll all the same."""
LEVEL = Perspective(0.06, 0.3)
"""Level lines that converge recede, and lie level in the picture only at the height of the eye."""


@dataclass(frozen=True)
class Votes:
    """For each of `LEANS_DEG`: `lengths` of the edges that agree, told in seven ways, in half long edges, (7, leans); the
    `convergence` that suits it best, (leans,)."""

    lengths: F64
    convergence: F64

    @property
    def rows(self) -> F64:
        """(CHANNELS, leans): votes on a scale on which twice as many are one step."""
        return np.asarray(np.log(self.lengths + LEAST_VOTE), np.float64)


def _reach(reach_deg: float) -> F64:
    """(bins, leans): what an edge of each lean says for each of `LEANS_DEG` (Tukey's biweight)."""
    bins = np.arange(-WIDEST_DEG, WIDEST_DEG + BIN_DEG / 2, BIN_DEG)
    off = (bins[:, None] - LEANS_DEG) / reach_deg
    return np.asarray(np.maximum(0.0, 1.0 - off * off) ** 2, np.float64)


NEAREST, NEAR, LONG_REACH, FAR, FARTHEST = (_reach(deg) for deg in (0.8, 0.9, 1.2, 1.8, 2.5))
CHANNELS, FAR_ROW = 7, 0
"""Rows of votes that one kind of lines gives; of its lengths, the row that allows for perspective and 1.8 deg."""
LEAST_VOTE = 0.1
"""Half long edges: keeps the logarithm of no vote finite."""


def lean_votes(edges: Edges, expected: Perspective) -> Votes:
    """What the edges vote for.

    Lines that are upright in the world meet in one vanishing point. For a camera rolled by r that looks up or down, an edge at
    (x, y) from the picture's middle leans by tan(lean) = tan(r) + k (x + y tan(lean)): k = 0 where it looks ahead.
    """
    bins = _counted(edges)
    longest = _counted(edges.where(edges.length >= LONG))
    far, near, longer = (
        counted @ reach * expected.expectation for counted, reach in ((bins, FAR), (bins, NEAR), (longest, LONG_REACH))
    )
    best = far.argmax(axis=0)
    convergence = CONVERGENCES[best]
    lengths = [
        *(far.max(axis=0), near.max(axis=0), longer.max(axis=0)),
        *(bins[AHEAD] @ NEAREST, bins[AHEAD] @ FARTHEST, longest[AHEAD] @ LONG_REACH),
        np.full(len(LEANS_DEG), edges.length.sum()),
    ]
    return Votes(np.array(lengths), convergence)


def _counted(edges: Edges) -> F64:
    """(convergences, bins): length of the edges that would lean so, were they not converging."""
    lean = np.degrees(np.arctan(edges.slope - CONVERGENCES[:, None] * edges.across))
    place = np.clip((lean + WIDEST_DEG) / BIN_DEG, 0.0, 2 * WIDEST_DEG / BIN_DEG - 1e-6)
    low = place.astype(np.intp)
    share = place - low
    bins = round(2 * WIDEST_DEG / BIN_DEG) + 1
    flat = low + bins * np.arange(len(CONVERGENCES))[:, None]
    size = bins * len(CONVERGENCES)
    counted = np.bincount(flat.ravel(), ((1.0 - share) * edges.length).ravel(), size)
    counted[1:] += np.bincount(flat.ravel(), (share * edges.length).ravel(), size)[:-1]
    return np.asarray(counted.reshape(len(CONVERGENCES), bins), np.float64)
