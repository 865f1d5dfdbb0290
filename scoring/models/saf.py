"""SAF, the semantic-aesthetic fusing auto-encoder (AATCC Journal of Research 2023, doi 10.1177/24723444221147971).

Published: an encoder whose bottleneck is ten groups of P maps, one group a rating; a decoder that reconstructs the picture; the
mean of each group compared with the opinions by L1 (the "activation loss"); spatial pyramid pooling 1 + 4 + 16; a regressor of its
own for each group; softmax; EMD; a weighted sum of the three losses; VGG16, any classifier allowed.

Inferred, for the public text says no more: the 1x1 convolution from the encoder's channels to 10 P, and no activation behind it
("pre-activated features"); softmax over the group means, which KL and JS need; P = 32; max in the pyramid; the decoder's widths
and its sigmoid; the mean squared error of the painted picture.
"""

from __future__ import annotations

from typing import Self

import torch
from torch import nn

from scoring.models.rating_network import BUCKETS, RatingNetwork
from scoring.models.saf_decoder import SafDecoder
from scoring.models.spatial_pyramid import BINS, spatial_pyramid
from scoring.models.trunks import open_trunk


class Saf(RatingNetwork):
    """The auto-encoder on the trunk called `backbone`; `split`: each group has a regressor of its own, else one reads all."""

    def __init__(self, backbone: str, dropout: float, maps_per_group: int, *, split: bool) -> None:
        super().__init__()
        self.maps_per_group = maps_per_group
        channels = BUCKETS * maps_per_group
        self.blocks = trunk = open_trunk(backbone)
        self.bottleneck = nn.Conv2d(trunk.channels[-1], channels, 1)
        self.dropout = nn.Dropout(dropout)
        # A grouped convolution of one pixel is a linear layer for each group.
        self.head = nn.Conv1d(channels * BINS, BUCKETS, 1, groups=BUCKETS if split else 1)
        self.decoder: SafDecoder | None = SafDecoder(channels)

    def features(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) -> (N, 10 P, h, w): the bottleneck, P maps for each rating."""
        return self.bottleneck(self.blocks(batch)[-1])  # type: ignore[no-any-return]

    def rated(self, features: torch.Tensor) -> torch.Tensor:
        """(N, 10 P, h, w) -> (N, 10), rows sum to 1."""
        pyramid = self.dropout(spatial_pyramid(features).flatten(1))
        return torch.softmax(self.head(pyramid.unsqueeze(2)).squeeze(2), dim=1)

    def activated(self, features: torch.Tensor) -> torch.Tensor:
        """(N, 10 P, h, w) -> (N, 10), rows sum to 1: softmax over the mean of each group ("group average pooling")."""
        return torch.softmax(features.mean(dim=(2, 3)).reshape(-1, BUCKETS, self.maps_per_group).mean(dim=2), dim=1)

    def painted(self, features: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
        """(N, 10 P, h, w), (H, W) -> (N, 3, H, W) in [0, 1]: the picture again; only while the decoder is there."""
        if self.decoder is None:
            raise RuntimeError("the decoder was dropped for scoring")
        return self.decoder(features, size)  # type: ignore[no-any-return]

    def fold_for_inference(self) -> Self:
        """Drop the decoder, in place; ratings stay the same."""
        self.decoder = None
        return self.eval()
