"""EfficientNet-Lite (Google, tensorflow/tpu, 2020; after Tan & Le 2019, arXiv:1905.11946) seen block by block.

EfficientNet without squeeze-and-excitation and with ReLU6 for swish: plain convolutions, fast on any CPU. Our own code of the
published table of blocks; TensorFlow's padding, which its weights were trained with.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import nn

from scoring.models.block_trunk import BlockTrunk
from scoring.models.same_padding import SamePaddedConv2d

NORM_EPS = 1e-3
"""Of every batch norm (efficientnet_lite_builder.py of tensorflow/tpu)."""
STEM_CHANNELS, HEAD_CHANNELS = 32, 1280
"""The same at every size (efficientnet_lite_builder.py: fix_head_stem)."""


class Stage(NamedTuple):
    """Blocks of one kind; the first of them has the stride."""

    repeats: int
    channels: int
    kernel: int
    stride: int
    expansion: int


STAGES = (
    Stage(1, 16, 3, 1, 1),
    Stage(2, 24, 3, 2, 6),
    Stage(2, 40, 5, 2, 6),
    Stage(3, 80, 3, 2, 6),
    Stage(3, 112, 5, 1, 6),
    Stage(4, 192, 5, 2, 6),
    Stage(1, 320, 3, 1, 6),
)
"""Tan & Le 2019, table 1."""

SCALES = {0: (1.0, 1.0), 1: (1.0, 1.1), 2: (1.1, 1.2), 3: (1.2, 1.4), 4: (1.4, 1.8)}
"""Width and depth of lite0 .. lite4 (efficientnet_lite_builder.py)."""


class InvertedBottleneck(nn.Module):
    """Widen by 1x1, filter each channel, narrow by 1x1 without activation (Sandler et al. 2018, section 3)."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        inner = inputs * expansion
        widen = [convolution(inputs, inner, 1)] if expansion != 1 else []
        self.conv = nn.Sequential(
            *widen,
            convolution(inner, inner, kernel, stride, groups=inner),
            convolution(inner, outputs, 1, active=False),
        )
        self.adds_input = stride == 1 and inputs == outputs

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, C, H, W) -> (N, C', h, w)."""
        filtered: torch.Tensor = self.conv(batch)
        return batch + filtered if self.adds_input else filtered


def efficientnet_lite_blocks(size: int) -> BlockTrunk:
    """Stem, inverted bottlenecks and the last 1x1 convolution of lite0 .. lite4; the classifier is left off."""
    return BlockTrunk(blocks_of(*SCALES[size]))


def blocks_of(width: float, depth: float) -> list[nn.Module]:
    """All blocks of the network scaled by `width` and `depth`; the first and the last stage keep their depth."""
    blocks: list[nn.Module] = [convolution(3, STEM_CHANNELS, 3, 2)]
    inputs = STEM_CHANNELS
    for stage in STAGES:
        outputs = rounded_to_eight(stage.channels * width)
        fixed = stage in (STAGES[0], STAGES[-1])
        for number in range(stage.repeats if fixed else math.ceil(stage.repeats * depth)):
            stride = stage.stride if number == 0 else 1
            blocks.append(InvertedBottleneck(inputs, outputs, stage.kernel, stride, stage.expansion))
            inputs = outputs
    return [*blocks, convolution(inputs, HEAD_CHANNELS, 1)]


def convolution(
    inputs: int, outputs: int, kernel: int, stride: int = 1, *, groups: int = 1, active: bool = True
) -> nn.Sequential:
    """Convolution, batch norm and, where `active`, ReLU6."""
    kind = SamePaddedConv2d if stride == 2 else nn.Conv2d
    padding = 0 if stride == 2 else kernel // 2
    layers = [
        kind(inputs, outputs, kernel, stride, padding, groups=groups, bias=False),
        nn.BatchNorm2d(outputs, eps=NORM_EPS),
    ]
    return nn.Sequential(*layers, *([nn.ReLU6()] if active else []))


def rounded_to_eight(channels: float) -> int:
    """To the nearest multiple of 8, but never down by more than a tenth (Sandler et al.'s code: make_divisible)."""
    nearest = max(8, int(channels + 4) // 8 * 8)
    return nearest + 8 if nearest < 0.9 * channels else nearest
