"""The half of SAF that paints the picture again from the bottleneck; training only, dropped for scoring."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

WIDTHS = (256, 128, 64, 32, 16)
"""Channels after each doubling. Inferred: the paper says convolutions, upsampling and batch norm, not how wide."""


class SafDecoder(nn.Module):
    """(N, C, h, w) -> (N, 3, 32 h, 32 w) in [0, 1]."""

    def __init__(self, inputs: int) -> None:
        super().__init__()
        stages = []
        for outputs in WIDTHS:
            stages.append(
                nn.Sequential(
                    nn.Upsample(scale_factor=2, mode="nearest"),
                    nn.Conv2d(inputs, outputs, 3, padding=1, bias=False),
                    nn.BatchNorm2d(outputs),
                    nn.ReLU(),
                )
            )
            inputs = outputs
        self.stages = nn.Sequential(*stages)
        self.paint = nn.Conv2d(inputs, 3, 3, padding=1)

    def forward(self, bottleneck: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
        """(N, C, h, w), (H, W) of the picture -> (N, 3, H, W) in [0, 1]."""
        painted = torch.sigmoid(self.paint(self.stages(bottleneck)).float())
        if painted.shape[2:] == size:
            return painted
        return functional.interpolate(painted, size, mode="bilinear", align_corners=False)
