"""A linear map from what the rating network saw in a photo to its embedding: photos of one moment lie close together."""

from __future__ import annotations

import torch
from torch import nn


class Embedder(nn.Module):
    """(N, F) features of a rating network -> (N, D) float32 rows of L2 norm 1, whose dot product says how alike photos are."""

    def __init__(self, features: int, dimension: int) -> None:
        super().__init__()
        self.map = nn.Linear(features, dimension)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """See the class."""
        return nn.functional.normalize(self.map(features), dim=1)
