"""How far a picture is tilted by its straight lines: upright and level ones vote together, for one camera sees both."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from scoring.assessors.horizon import Horizon
from scoring.crops.horizon_witness import horizon_among
from scoring.crops.lean_votes import LEANS_DEG, LEVEL, SLOPES, UPRIGHT, lean_votes, settled_slope
from scoring.crops.straight_edges import F64, U8, level_edges, upright_edges
from scoring.ramp import ramp

LEVEL_SHARE = 0.7
"""What a level line's vote counts against an upright one's, for lines that recede look like tilted level ones; 0.4 to 1.0 serve
as well."""
SAME_LEAN_DEG = 1.5
"""Leans within this are one; the strongest beyond it is the rival."""
STRENGTH, SHARE, RIVAL, ANGLE, AGREEING, OFFSET = 0.62, 2.12, -2.53, -0.05, 1.0, 0.25
"""Log odds that the lines are right by 0.75 deg: a logistic fit to the half of the photos of docs/crops.md that constants were
chosen on, but for ANGLE and AGREEING, which were set so that tilts above 4 deg are hardly ever invented there (0.5 %)."""
LEAST_VOTE = 0.1
"""Half long edges: keeps the logarithm of no vote finite."""
HORIZON = 1.2
"""Log odds for a horizon trusted in full that agrees: of 38 planted tilts whose horizon was trusted by 0.45 or more, it told
all but 8 within a degree."""
HORIZON_TILTS_DEG = (8.0, 3.0)
"""Where that ceases, and up to where it holds in full: a long edge that slopes more is mostly a table's or a tray's."""
CONTRADICTING_HORIZON = 0.6
"""A horizon trusted so far that lies otherwise takes all trust from the lines: it agreed with certain ones 9 times in 10."""
BOTH_SHARE = 0.2
"""From here on the weaker of upright and level lines is a witness too."""
SMALLEST_SIDE_PX = 96
"""The edges of a smaller picture measure to no half degree."""


@dataclass(frozen=True)
class LineTilt:
    """`angle_deg`: positive = the content is turned clockwise; `log_odds` that this is right.

    `upright_share` in [0, 1]: the part of the vote that upright lines gave; `votes`: the vote for each of `LEANS_DEG`, (leans,).
    """

    angle_deg: float
    log_odds: float
    upright_share: float
    votes: F64

    def share_of(self, angle_deg: float) -> float:
        """The vote for another angle, as a share of that for the best."""
        near = np.abs(LEANS_DEG - angle_deg) <= SAME_LEAN_DEG
        return float(self.votes[near].max(initial=0.0) / self.votes.max())


def find_line_tilt(rgb: U8) -> LineTilt | None:
    """(h, w, 3) uint8, about 512 px long -> what its lines say; None where it has none or is too small."""
    if min(rgb.shape[:2]) < SMALLEST_SIDE_PX:
        return None
    luma = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)
    uprights, levels = upright_edges(luma), level_edges(luma)
    for_upright, for_level = lean_votes(uprights, UPRIGHT), lean_votes(levels, LEVEL)
    votes = for_upright.by_lean + LEVEL_SHARE * for_level.by_lean
    best = int(votes.argmax())
    if votes[best] <= 0.0:
        return None
    witnesses = [(uprights, 1.0, for_upright.convergence[best]), (levels, LEVEL_SHARE, for_level.convergence[best])]
    angle_deg = math.degrees(math.atan(settled_slope(witnesses, float(SLOPES[best]))))
    upright_share = float(for_upright.by_lean[best] / votes[best])
    total = for_upright.total + LEVEL_SHARE * for_level.total
    log_odds = _log_odds(votes, angle_deg, upright_share, total) + _said_by(horizon_among(levels, luma), angle_deg)
    return LineTilt(angle_deg, log_odds, upright_share, votes)


def _said_by(horizon: Horizon, angle_deg: float) -> float:
    """Log odds that a horizon adds to an angle."""
    if abs(horizon.tilt_deg - angle_deg) <= SAME_LEAN_DEG:
        return HORIZON * horizon.confidence * ramp(abs(horizon.tilt_deg), HORIZON_TILTS_DEG)
    return -math.inf if horizon.confidence >= CONTRADICTING_HORIZON else 0.0


def _log_odds(votes: F64, angle_deg: float, upright_share: float, total: float) -> float:
    strongest = float(votes.max())
    rival = float(votes[np.abs(LEANS_DEG - angle_deg) > SAME_LEAN_DEG].max(initial=0.0))
    return (
        OFFSET
        + STRENGTH * math.log(strongest + LEAST_VOTE)
        + SHARE * strongest / total
        + RIVAL * rival / strongest
        + ANGLE * abs(angle_deg)
        + AGREEING * 2 * min(upright_share, 1 - upright_share)
    )
