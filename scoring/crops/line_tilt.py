"""How far a picture is tilted by its straight lines: upright and level ones are read together, for one camera sees both."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.crops.lean_evidence import LeanEvidence, lean_evidence
from scoring.crops.lean_reader import LeanReader, shipped_lean_reader, sure_of
from scoring.crops.lean_votes import FAR_ROW, LEANS_DEG
from scoring.crops.settled_lean import Witnesses, settled_lean_deg
from scoring.crops.straight_edges import U8

F64 = npt.NDArray[np.float64]

LEVEL_SHARE = 0.7
"""What a level line's vote counts against an upright one's, for lines that recede look like tilted level ones; 0.4 to 1.0 serve
as well."""
SAME_LEAN_DEG = 1.5
"""Leans within this are one."""
BOTH_SHARE = 0.2
"""From here on the weaker of upright and horizontal lines is a witness too."""
SMALLEST_SIDE_PX = 96
"""The edges of a smaller picture measure to no half degree."""


@dataclass(frozen=True)
class LineTilt:
    """`angle_deg`: positive = the content is turned clockwise; `chance` that this is right, in [0, 1].

    `upright_share` in [0, 1]: the part of the vote that upright lines gave; `votes`: the vote for each of `LEANS_DEG`, (leans,).
    """

    angle_deg: float
    chance: float
    upright_share: float
    votes: F64

    def share_of(self, angle_deg: float) -> float:
        """The vote for another angle, as a share of that for the best."""
        near = np.abs(LEANS_DEG - angle_deg) <= SAME_LEAN_DEG
        return float(self.votes[near].max(initial=0.0) / self.votes.max())


def find_line_tilt(rgb: U8, reader: LeanReader | None = None) -> LineTilt | None:
    """(h, w, 3) uint8, about 512 px long -> what its lines say; None where it has none or is too small.

    `reader`: None for the one that ships, whose file may be missing or damaged: raises `WeightsError`.
    """
    if min(rgb.shape[:2]) < SMALLEST_SIDE_PX:
        return None
    evidence = lean_evidence(rgb)
    by_upright = evidence.upright_votes.lengths[FAR_ROW]
    votes = by_upright + LEVEL_SHARE * evidence.level_votes.lengths[FAR_ROW]
    if votes.max() <= 0.0:
        return None
    chances = (reader or shipped_lean_reader()).chances(evidence.rows)
    best = int(chances.argmax())
    upright_share = float(by_upright[best] / votes[best]) if votes[best] > 0.0 else 0.0
    return LineTilt(_measured_deg(evidence, best), sure_of(chances), upright_share, votes)


def _measured_deg(evidence: LeanEvidence, best: int) -> float:
    """The likeliest of `LEANS_DEG`, measured between its neighbours."""
    lean_deg = float(LEANS_DEG[best])
    groups = [
        Witnesses(evidence.uprights, float(evidence.upright_votes.convergence[best]), 1.0),
        Witnesses(evidence.levels, float(evidence.level_votes.convergence[best]), LEVEL_SHARE),
    ]
    measured_deg = settled_lean_deg(groups, lean_deg)
    # Whoever strays further has found other lines than those that were judged.
    return measured_deg if abs(measured_deg - lean_deg) <= SAME_LEAN_DEG else lean_deg
