"""LAION's aesthetic predictors (Schuhmann et al. 2022, arXiv:2210.08402): a small head on CLIP's embedding that gives one score.

The score becomes a distribution inside the network: the one that usually stands behind such a mean (`spread`, a buffer that the
loader fills from the prior of `scoring.training.rating_prior`), so that every network answers alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from scoring.models.centre_crop import CentreCrop
from scoring.models.clip_vit import EDGE_PX, ClipSize, ClipVision
from scoring.models.rating_network import BUCKETS, RatingNetwork

LOWEST_MEAN, HIGHEST_MEAN, STEPS = 1.02, 9.98, 448
"""Means that `spread` holds, every 0.02; between them it is interpolated, which keeps the mean exact. Nearer to 1 and 10 than
that no distribution over ten buckets has any spread (`usual_distribution`)."""

MLP_WIDTHS = (1024, 128, 64, 16, 1)
"""Layers of the second predictor's head; it was published without any non-linearity between them."""
MLP_PLACES = (0, 2, 4, 6, 7)
"""Where those layers stand in the published sequence; the places between are dropout."""


class LaionAesthetics(RatingNetwork):
    """(N, 3, H, W) normalised RGB, both edges at least 224 -> (N, 10) distribution of the middle 224 x 224."""

    spread: torch.Tensor

    def __init__(self, size: ClipSize, head: str) -> None:
        super().__init__()
        self.crop = CentreCrop(EDGE_PX)
        self.blocks = ClipVision(size)
        self.head = HEADS[head](size.embedding)
        self.register_buffer("spread", torch.zeros(STEPS + 1, BUCKETS))

    def score(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) -> (N,) the predictor's own score, about 1..10 but without bounds."""
        score: torch.Tensor = self.head(functional.normalize(self.blocks(self.crop(batch)), dim=1))
        return score[:, 0]

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) float32 -> (N, 10) float32, rows sum to 1, with the score (within 1.02..9.98) as their mean."""
        place = (
            (self.score(batch).clamp(LOWEST_MEAN, HIGHEST_MEAN) - LOWEST_MEAN) / (HIGHEST_MEAN - LOWEST_MEAN) * STEPS
        )
        below = place.floor().clamp(0, STEPS - 1).long()
        share = (place - below)[:, None]
        return self.spread[below] * (1.0 - share) + self.spread[below + 1] * share


class MlpHead(nn.Sequential):
    """The second predictor's head, `layers.0` .. `layers.7` as published, less its dropout."""

    def __init__(self, embedding: int) -> None:
        widths = (embedding, *MLP_WIDTHS)
        super().__init__(*(nn.Linear(wide, narrow) for wide, narrow in pairwise(widths)))


def linear_head(embedding: int) -> nn.Linear:
    """The first predictor's head."""
    return nn.Linear(embedding, 1)


HEADS = {"linear": linear_head, "mlp": MlpHead}


def laion_aesthetics(table: Mapping[str, Any]) -> LaionAesthetics:
    """The network that an entry's `[network]` table asks for: CLIP's size, and `head`, `linear` or `mlp`."""
    size = ClipSize(table["patch_px"], table["width"], table["layers"], table["heads"], table["embedding"])
    return LaionAesthetics(size, table["head"])
