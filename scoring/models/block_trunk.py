"""A convolutional network seen block by block: what rating networks are built on."""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import nn

from scoring.models.trunk import Trunk


class BlockTrunk(Trunk):
    """Blocks that run one after the other; `features` holds them."""

    def __init__(self, blocks: Iterable[nn.Module]) -> None:
        super().__init__()
        self.features = nn.Sequential(*blocks)
        self.channels = [last_convolution(block).out_channels for block in self.features]

    def forward(self, batch: torch.Tensor) -> list[torch.Tensor]:
        """(N, 3, H, W) float, normalised, H and W at least 32 -> each block's (N, C, h, w)."""
        outputs = []
        for block in self.features:
            batch = block(batch)
            outputs.append(batch)
        return outputs


def last_convolution(block: nn.Module) -> nn.Conv2d:
    """The convolution that decides how many channels `block` puts out."""
    return [layer for layer in block.modules() if isinstance(layer, nn.Conv2d)][-1]
