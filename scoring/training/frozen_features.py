"""What a network sees before it learns: kept on disk, for it takes minutes on a CPU."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from scoring.models.full_precision import full_precision
from scoring.models.rating_network import RatingNetwork
from scoring.training.batches import Batches, Ints, for_all
from scoring.training.report import Report

BATCH = 20
"""Photos a forward pass; only memory depends on it."""


def frozen_features(network: RatingNetwork, batches: Batches, rows: Ints, cache: Path, report: Report) -> torch.Tensor:
    """(len(rows), F) float32 features of the untrained network, from `cache` if they are there."""
    if cache.is_file():
        return torch.from_numpy(np.load(cache)).to(batches.device)
    report.line("computing frozen features")
    network.eval()
    with full_precision(), torch.inference_mode():
        features = for_all(rows, batches, BATCH, network.features, lambda done: report.step("seeing", done, len(rows)))
    unfinished = cache.with_suffix(".part")
    with unfinished.open("wb") as stream:
        np.save(stream, features.cpu().numpy())
    unfinished.replace(cache)
    return features
