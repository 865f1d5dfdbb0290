"""All that straight lines say of a picture's roll, as one table: what is read for each lean that it may have."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scoring.assessors.horizon import Horizon
from scoring.crops.horizon_witness import horizon_among
from scoring.crops.lean_votes import CHANNELS, LEANS_DEG, LEVEL, UPRIGHT, Votes, lean_votes
from scoring.crops.straight_edges import U8, Edges, straight_edges

F64 = npt.NDArray[np.float64]

ROWS = 2 * CHANNELS + 1
"""Votes of upright edges, of level edges, and the horizon's."""
HORIZON_REACH_DEG = 1.5
"""A horizon speaks for leans within it (`scoring.assessors.horizon.AGREEING_DEG`)."""


@dataclass(frozen=True)
class LeanEvidence:
    """`rows`: (ROWS, leans) float64; the votes and edges of upright and of level lines that they come from."""

    rows: F64
    uprights: Edges
    levels: Edges
    upright_votes: Votes
    level_votes: Votes


def lean_evidence(rgb: U8) -> LeanEvidence:
    """(h, w, 3) uint8, about 512 px long -> what its lines say."""
    luma = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)
    uprights, levels = straight_edges(luma)
    upright_votes, level_votes = lean_votes(uprights, UPRIGHT), lean_votes(levels, LEVEL)
    rows = np.vstack([upright_votes.rows, level_votes.rows, _told_by(horizon_among(levels, luma))])
    return LeanEvidence(rows, uprights, levels, upright_votes, level_votes)


def _told_by(horizon: Horizon) -> F64:
    near = np.maximum(0.0, 1.0 - np.abs(LEANS_DEG - horizon.tilt_deg) / HORIZON_REACH_DEG)
    return np.asarray(horizon.confidence * near, np.float64)
