"""NIMA (Talebi & Milanfar 2018, arXiv:1709.05424) on VGG16 (Simonyan & Zisserman 2014, arXiv:1409.1556), as pyiqa published it.

One departure of theirs from the paper: the last maps are averaged, so that the head has 512 inputs instead of 25,088.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import nn
from torchvision.models.vgg import cfgs, make_layers

from scoring.models.centre_crop import CentreCrop
from scoring.models.rating_network import BUCKETS, RatingNetwork

VGG16 = "D"
"""torchvision's (and the paper's, table 1) letter for the network of 16 weight layers."""
CHANNELS = 512


class NimaVgg16(RatingNetwork):
    """(N, 3, H, W) normalised RGB, both edges at least 224 -> (N, 10) rating distribution of the middle 224 x 224."""

    def __init__(self) -> None:
        super().__init__()
        self.crop = CentreCrop(224)
        self.blocks = make_layers(cfgs[VGG16], batch_norm=False)
        self.head = nn.Linear(CHANNELS, BUCKETS)

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) float32 -> (N, 10) float32, rows sum to 1."""
        levels = self.blocks(self.crop(batch))
        return torch.softmax(self.head(levels.mean(dim=(2, 3))), dim=1)


def nima_vgg16(_table: Mapping[str, Any]) -> NimaVgg16:
    """The network that an entry's `[network]` table asks for; there is nothing to choose."""
    return NimaVgg16()
