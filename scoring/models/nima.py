"""NIMA as published (Talebi & Milanfar 2018, arXiv:1709.05424): a pretrained classifier whose last layer becomes a ten-way softmax.

Published: global average pooling, dropout .75, one fully connected layer of ten, softmax, EMD with r = 2. Any trunk will do.
"""

from __future__ import annotations

import torch
from torch import nn

from scoring.models.pooling import global_mean
from scoring.models.rating_network import BUCKETS, RatingNetwork
from scoring.models.trunks import open_trunk


class Nima(RatingNetwork):
    """The published network on the trunk called `backbone`."""

    def __init__(self, backbone: str, dropout: float) -> None:
        super().__init__()
        self.blocks = trunk = open_trunk(backbone)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(trunk.channels[-1], BUCKETS)

    def features(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) -> (N, C): the mean of each channel of the last map."""
        return global_mean(self.blocks(batch)[-1])

    def rated(self, features: torch.Tensor) -> torch.Tensor:
        """(N, C) -> (N, 10), rows sum to 1."""
        return torch.softmax(self.head(self.dropout(features)), dim=1)
