"""NIMA (Talebi & Milanfar 2018, arXiv:1709.05424) on MobileNet (Howard et al. 2017, arXiv:1704.04861), as idealo published it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import nn

from scoring.models.rating_network import BUCKETS, RatingNetwork

FIRST_CHANNELS = 32
BLOCKS = (
    (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2),
    (512, 1), (512, 1), (512, 1), (512, 1), (512, 1), (1024, 2), (1024, 1),
)  # fmt: skip
"""Channels out and stride of each depthwise separable block (Howard et al. 2017, table 1)."""

NORM_EPSILON = 1e-3
"""Keras' default for batch normalisation; torch's is 1e-5."""

PADDINGS = {"symmetric": (1, 1, 1, 1), "same": (0, 1, 0, 1)}
"""What a stride-2 convolution sees beyond the edge (left, right, top, bottom). Keras up to 2.1 padded one pixel all round; later
versions, as TensorFlow's SAME on even sizes, only right and below (read in keras 2.1.6 and keras-applications 1.0.8)."""


class NimaMobileNetV1(RatingNetwork):
    """(N, 3, 224, 224) RGB in [-1, 1] -> (N, 10) rating distribution that sums to 1; other sizes of at least 32 work too."""

    blocks: nn.ModuleList

    def __init__(self, padding: str) -> None:
        super().__init__()
        self.first = NormedConvolution(3, FIRST_CHANNELS, stride=2, padding=padding)
        channels = (FIRST_CHANNELS, *(width for width, _ in BLOCKS))
        self.blocks = nn.ModuleList(
            SeparableBlock(narrow, width, stride, padding)
            for narrow, (width, stride) in zip(channels[:-1], BLOCKS, strict=True)
        )
        self.head = nn.Linear(channels[-1], BUCKETS)

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) float32 in [-1, 1] -> (N, 10) float32, rows sum to 1."""
        levels = self.first(batch)
        for block in self.blocks:
            levels = block(levels)
        return torch.softmax(self.head(levels.mean(dim=(2, 3))), dim=1)


class SeparableBlock(nn.Module):
    """A 3x3 convolution of each channel by itself, then a 1x1 convolution across them."""

    def __init__(self, channels_in: int, channels_out: int, stride: int, padding: str) -> None:
        super().__init__()
        self.depthwise = NormedConvolution(channels_in, channels_in, stride=stride, padding=padding, groups=channels_in)
        self.pointwise = NormedConvolution(channels_in, channels_out, size=1)

    def forward(self, levels: torch.Tensor) -> torch.Tensor:
        """(N, C, H, W) -> (N, C', H / stride, W / stride)."""
        mixed: torch.Tensor = self.pointwise(self.depthwise(levels))
        return mixed


class NormedConvolution(nn.Module):
    """Convolution without bias, batch norm, ReLU6."""

    def __init__(
        self,
        channels_in: int,
        channels_out: int,
        *,
        size: int = 3,
        stride: int = 1,
        padding: str = "symmetric",
        groups: int = 1,
    ) -> None:
        super().__init__()
        around = PADDINGS[padding] if stride == 2 else PADDINGS["symmetric"]
        self.pad = nn.ZeroPad2d(around) if size == 3 else nn.Identity()
        self.convolution = nn.Conv2d(channels_in, channels_out, size, stride, groups=groups, bias=False)
        self.norm = nn.BatchNorm2d(channels_out, eps=NORM_EPSILON)

    def forward(self, levels: torch.Tensor) -> torch.Tensor:
        """(N, C, H, W) -> (N, C', H / stride, W / stride), in [0, 6]."""
        return torch.clamp(self.norm(self.convolution(self.pad(levels))), 0.0, 6.0)


def nima_mobilenet_v1(table: Mapping[str, Any]) -> NimaMobileNetV1:
    """The network that an entry's `[network]` table asks for: `padding`, `symmetric` or `same`."""
    return NimaMobileNetV1(table["padding"])
