"""What tells scenes apart: the last feature map of a pretrained trunk, averaged."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from scoring.models.full_precision import full_precision
from scoring.models.pooling import global_mean
from scoring.models.rating_network import RatingNetwork
from scoring.training.batches import Batches, for_all

BATCH = 20
"""Photos a forward pass; only memory depends on it."""


def scene_embeddings(network: RatingNetwork, batches: Batches) -> npt.NDArray[np.float32]:
    """(N, C) rows of L2 norm 1, one for each picture."""

    def embedded(inputs: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.normalize(global_mean(network.blocks(inputs)[-1]), dim=1)

    network.eval()
    rows = np.arange(len(batches.pictures.sizes))
    with full_precision(), torch.inference_mode():
        return np.asarray(for_all(rows, batches, BATCH, embedded).cpu().numpy(), np.float32)
