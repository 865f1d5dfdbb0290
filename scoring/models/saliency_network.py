"""A small network that says of each place of a photo how likely the photographer's subject is there."""

from __future__ import annotations

from typing import Self

import torch
from torch import nn

from scoring.models.efficientnet_lite import efficientnet_lite_blocks
from scoring.models.exposure_map import InvertedResidual, doubled, pointwise
from scoring.models.fold_batch_norm import fold_batch_norm

TRUNK = "efficientnet_lite0"
"""What the first blocks are taken from; `scoring.models.trunks` opens the whole of it."""
STRIDE = 4
"""The map has a quarter of the input's height and width."""
MULTIPLE_PX = 16
"""Both edges of the input must be multiples of this: four halvings."""
TAPPED = (3, 5, 11)
"""The last blocks of EfficientNet-Lite0 at quarters, eighths and sixteenths of the picture; what lies deeper is left off."""
WIDTH = 48
"""Channels of the decoder: 0.76 million parameters with the trunk, 3.4 ms for 192 x 128 on one core (measured)."""
CODE_MEAN, CODE_SD = 127.0, 128.0
"""What EfficientNet-Lite's parameters were trained with (efficientnet_lite_builder.py of tensorflow/tpu)."""


class SaliencyNetwork(nn.Module):
    """(N, H, W, 3) uint8 sRGB, H and W multiples of 16 -> (N, H/4, W/4) float32 log odds that the subject is there.

    The first twelve blocks of EfficientNet-Lite0, and a decoder that takes their answer at sixteenths, told what the whole scene
    holds, back to quarters by way of what finer blocks saw (lateral sums as in feature pyramids, Lin et al. 2017).
    """

    def __init__(self) -> None:
        super().__init__()
        trunk = efficientnet_lite_blocks(0)
        quarter, eighth, sixteenth = (trunk.channels[place] for place in TAPPED)
        self.blocks = nn.Sequential(*list(trunk.features)[: TAPPED[-1] + 1])
        self.from_sixteenth = nn.Sequential(*pointwise(sixteenth, WIDTH))
        self.from_eighth = nn.Sequential(*pointwise(eighth, WIDTH))
        self.from_quarter = nn.Sequential(*pointwise(quarter, WIDTH // 2))
        self.scene = nn.Sequential(nn.Linear(sixteenth, WIDTH), nn.ReLU(), nn.Linear(WIDTH, WIDTH))
        self.at_sixteenth = nn.Sequential(InvertedResidual(WIDTH), InvertedResidual(WIDTH))
        self.at_eighth = InvertedResidual(WIDTH)
        self.to_quarter = nn.Sequential(*pointwise(WIDTH, WIDTH // 2))
        self.at_quarter = InvertedResidual(WIDTH // 2)
        self.head = nn.Conv2d(WIDTH // 2, 1, 1)

    def forward(self, picture: torch.Tensor) -> torch.Tensor:
        """See the class."""
        features = (picture.permute(0, 3, 1, 2).float() - CODE_MEAN) / CODE_SD
        tapped = []
        for place, block in enumerate(self.blocks):
            features = block(features)
            if place in TAPPED:
                tapped.append(features)
        quarter, eighth, sixteenth = tapped
        scene = self.scene(sixteenth.mean(dim=(2, 3)))
        told = self.at_sixteenth(self.from_sixteenth(sixteenth) + scene[:, :, None, None])
        told = self.at_eighth(self.from_eighth(eighth) + doubled(told))
        told = self.at_quarter(self.from_quarter(quarter) + doubled(self.to_quarter(told)))
        answer: torch.Tensor = self.head(told)[:, 0]
        return answer

    def fold_for_inference(self) -> Self:
        """Merge the batch norms into the convolutions before them, in place; the function computed stays the same."""
        self.eval()
        fold_batch_norm(self)
        return self
