"""How a reader of tilts does on photos that it has not learned from: whether a turn shows as the turn it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from scoring.crops.lean_reader import CERTAIN, sure_of
from scoring.crops.lean_votes import LEANS_DEG
from scoring.models.lean_reader import LeanReader
from scoring.training.tilts.turned import TurnedPhoto

Results = dict[str, dict[str, object]]

SAME_DEG = 1.0
"""Leans are read in steps of half a degree here, twice; what is told of a photo is measured finer."""


def held_out_results(reader: LeanReader, photos: Sequence[TurnedPhoto]) -> Results:
    """Share of the turned copies that are read with certainty, and of those whose photo is too, how many show their turn."""
    certain, right = [], []
    for photo in photos:
        with torch.inference_mode():
            chances = np.exp(reader(torch.from_numpy(photo.evidence)).numpy().astype(np.float64))
        lean = LEANS_DEG[chances.argmax(axis=1)]
        sure = np.array([sure_of(one) >= CERTAIN for one in chances])
        certain += sure[1:].tolist()
        shows = np.abs(lean[1:] - lean[0] - photo.turned_deg[1:]) <= SAME_DEG
        right += shows[sure[1:] & sure[0]].tolist()
    return {
        "reader": {
            "photos": len(photos),
            "certain": round(float(np.mean(certain)), 3),
            "turn_right": round(float(np.mean(right)), 3) if right else 0.0,
        }
    }
