"""What every rating network is: features of a picture, and a distribution of ratings from them."""

from __future__ import annotations

from typing import Self

import torch
from torch import nn

BUCKETS = 10
"""Ratings 1..10, as in AVA (Murray et al. 2012)."""


class RatingNetwork(nn.Module):
    """(N, 3, H, W) normalised RGB -> (N, 10) float32 rating distributions, rows sum to 1."""

    blocks: nn.Module
    """The trunk, which starts pretrained."""
    tells_features: bool = False
    """Whether `features` are one vector a picture, of use beyond the rating: shipped files then give them too."""

    def features(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) float, normalised, H and W at least 32 -> (N, …): the part that half precision does no harm."""
        raise NotImplementedError

    def rated(self, features: torch.Tensor) -> torch.Tensor:
        """(N, …) float32 features -> (N, 10) float32, rows sum to 1."""
        raise NotImplementedError

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) float, normalised, H and W at least 32 -> (N, 10) float32, rows sum to 1."""
        return self.rated(self.features(batch).float())

    def fold_for_inference(self) -> Self:
        """Leave out or merge what only training needs, in place; the function computed stays the same."""
        return self.eval()
