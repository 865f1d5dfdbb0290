"""TANet (He et al. 2022, IJCAI, doi 10.24963/ijcai.2022/132), trained on AVA, for one photo at a time.

Three branches meet in a head: a MobileNetV2, the likeness of each patch's mean colour to every other's, and a theme branch, a
ResNet18 on Places365 whose output writes the weights of a layer. In the code that its authors published (code/AVA) the theme
branch ends in a batch normalisation made anew for every batch: what it tells of a photo is how it differs from the others of the
batch, and for a photo alone it is exactly 0, whatever the photo. A rating must not depend on company, so it is 0 here, always, and
the theme branch is not computed. The published results were reached in batches of 48.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from scoring.models.rating_network import BUCKETS, RatingNetwork

EDGE_PX = 224
"""Both edges of the input (code/AVA/dataset.py)."""
PATCHES = 12
"""Patches along each edge for the colour branch (the published code)."""
NORM_FLOOR = 1e-8
"""Keeps black patches from dividing by nothing (the published code)."""

FIRST_CHANNELS, LAST_CHANNELS = 32, 1280
STAGES = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))
"""Expansion, channels, blocks, stride of the first: MobileNetV2 (Sandler et al. 2018, arXiv:1801.04381, table 2)."""


class TANet(RatingNetwork):
    """(N, 3, 224, 224) normalised RGB -> (N, 10) rating distribution that sums to 1."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks = mobilenet_v2_features()
        self.aesthetics = nn.Linear(LAST_CHANNELS, BUCKETS)
        self.colours = nn.Linear(PATCHES**4, BUCKETS)
        self.head = nn.Linear(3 * BUCKETS, BUCKETS)

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, 224, 224) float32 -> (N, 10) float32, rows sum to 1."""
        levels = functional.relu(self.blocks(batch).mean(dim=(2, 3)))
        likeness = functional.relu(colour_likeness(patch_means(batch)).flatten(1))
        colours = torch.softmax(self.colours(likeness), dim=1)
        theme = torch.zeros_like(colours)
        merged = functional.relu(torch.cat([self.aesthetics(levels), theme, colours], dim=1))
        return torch.softmax(self.head(merged), dim=1)


class InvertedResidual(nn.Module):
    """The older layout of MobileNetV2's block: it widens even where the expansion is 1."""

    def __init__(self, channels_in: int, channels_out: int, stride: int, expansion: int) -> None:
        super().__init__()
        wide = channels_in * expansion
        self.adds = stride == 1 and channels_in == channels_out
        self.conv = nn.Sequential(
            nn.Conv2d(channels_in, wide, 1, bias=False),
            nn.BatchNorm2d(wide),
            nn.ReLU6(),
            nn.Conv2d(wide, wide, 3, stride, 1, groups=wide, bias=False),
            nn.BatchNorm2d(wide),
            nn.ReLU6(),
            nn.Conv2d(wide, channels_out, 1, bias=False),
            nn.BatchNorm2d(channels_out),
        )

    def forward(self, levels: torch.Tensor) -> torch.Tensor:
        """(N, C, H, W) -> (N, C', H / stride, W / stride)."""
        out: torch.Tensor = self.conv(levels)
        return levels + out if self.adds else out


def mobilenet_v2_features() -> nn.Sequential:
    """(N, 3, H, W) -> (N, 1280, H / 32, W / 32); ReLU, not ReLU6, at both ends, as in the published code."""
    blocks: list[nn.Module] = [convolution(3, FIRST_CHANNELS, 3, 2)]
    channels = FIRST_CHANNELS
    for expansion, width, count, stride in STAGES:
        for position in range(count):
            blocks.append(InvertedResidual(channels, width, stride if position == 0 else 1, expansion))
            channels = width
    return nn.Sequential(*blocks, convolution(channels, LAST_CHANNELS, 1, 1))


def convolution(channels_in: int, channels_out: int, size: int, stride: int) -> nn.Sequential:
    """Convolution without bias, batch norm, ReLU."""
    return nn.Sequential(
        nn.Conv2d(channels_in, channels_out, size, stride, size // 2, bias=False),
        nn.BatchNorm2d(channels_out),
        nn.ReLU(),
    )


def patch_means(batch: torch.Tensor) -> torch.Tensor:
    """(N, 3, 224, 224) -> (N, 3, 12, 12), as adaptive average pooling defines it, patches overlapping by part of a pixel's row.

    Written as products, for ONNX knows no adaptive pooling where the edge is no multiple of the patches.
    """
    average = patch_average().to(batch.device)
    return average @ batch @ average.T


def patch_average() -> torch.Tensor:
    """(12, 224): row i averages the pixels floor(224 i / 12) .. ceil(224 (i + 1) / 12) - 1."""
    pixels, patches = torch.arange(EDGE_PX), torch.arange(PATCHES)[:, None]
    starts, ends = patches * EDGE_PX // PATCHES, ((patches + 1) * EDGE_PX + PATCHES - 1) // PATCHES
    inside = ((pixels >= starts) & (pixels < ends)).float()
    return inside / inside.sum(dim=1, keepdim=True)


def colour_likeness(patches: torch.Tensor) -> torch.Tensor:
    """(N, 3, h, w) -> (N, h w, h w): cosine of every two patches' colours."""
    colours = patches.flatten(2)
    lengths = torch.sqrt((colours * colours).sum(dim=1))
    products = lengths[:, :, None] * lengths[:, None, :]
    return colours.transpose(1, 2) @ colours / products.clamp_min(NORM_FLOOR)


def tanet(_table: Mapping[str, Any]) -> TANet:
    """The network that an entry's `[network]` table asks for; there is nothing to choose."""
    return TANet()
