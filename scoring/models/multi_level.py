"""Ratings from every block: mean and standard deviation of each channel of each block, and one linear layer to ten buckets.

NIMA's softmax and EMD (Talebi & Milanfar 2018) on pooled levels as in MLSP (Hosu et al. 2019, arXiv:1904.01382). Noise and blur
live in the early blocks: frozen, with a ridge, .81 srcc on BIQ2021 against .71 from the last layer alone (docs/adr/0001).
"""

from __future__ import annotations

from typing import Self

import torch
from torch import nn

from scoring.models.fold_batch_norm import fold_batch_norm
from scoring.models.pooling import global_mean_and_sd
from scoring.models.rating_network import BUCKETS, RatingNetwork
from scoring.models.trunks import BLOCK_TRUNKS

VARIANCE_FLOOR = 1e-6
"""Keeps the square root's gradient finite on dead channels; far below any live channel's variance."""


class MultiLevel(RatingNetwork):
    """Pooled levels and a linear layer on the trunk called `backbone`, one of `BLOCK_TRUNKS`."""

    feature_mean: torch.Tensor
    feature_sd: torch.Tensor
    tells_features = True
    channels: list[int]
    """Of each block: features come in this order, means before standard deviations."""

    def __init__(self, backbone: str, dropout: float) -> None:
        super().__init__()
        self.blocks = trunk = BLOCK_TRUNKS[backbone]()
        self.channels = trunk.channels
        width = 2 * sum(trunk.channels)
        self.register_buffer("feature_mean", torch.zeros(width))
        self.register_buffer("feature_sd", torch.ones(width))
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(width, BUCKETS)

    def features(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) -> (N, F) float32: mean and standard deviation of each channel of each block."""
        return torch.cat(
            [part for output in self.blocks(batch) for part in global_mean_and_sd(output.float(), VARIANCE_FLOOR)],
            dim=1,
        )

    def rated(self, features: torch.Tensor) -> torch.Tensor:
        """(N, F) -> (N, 10), rows sum to 1."""
        standardised = (features - self.feature_mean) / self.feature_sd
        return torch.softmax(self.head(self.dropout(standardised)), dim=1)

    def fold_for_inference(self) -> Self:
        """Fold batch norms and the feature standardisation into weights, in place; the function computed stays the same."""
        fold_batch_norm(self.blocks)
        with torch.no_grad():
            scaled = self.head.weight / self.feature_sd
            self.head.bias.sub_(scaled @ self.feature_mean)
            self.head.weight.copy_(scaled)
            self.feature_mean.zero_()
            self.feature_sd.fill_(1.0)
        return self.eval()
