"""A small U-Net that says, for each region of a photo, how many EV it is from well exposed, and how unsure that is."""

from __future__ import annotations

from typing import Self

import torch
from torch import nn
from torch.nn import functional

from scoring.models.fold_batch_norm import fold_batch_norm

STRIDE = 4
"""The map has a quarter of the input's height and width: 48 x 32 areas of a photo."""
MULTIPLE_PX = 16
"""Both edges of the input must be multiples of this: four halvings."""
CHANNELS = (16, 32, 64, 96)
"""At halves, quarters, eighths and sixteenths: 0.34 million parameters (337,364), 1.9 ms for 192 x 128 on one core (measured)."""
EXPANSION = 3
"""Of the inverted residuals (MobileNetV2, Sandler et al. 2018, takes 6; this is half as dear)."""
BLOCKS = (1, 2, 3)
"""Inverted residuals at quarters, eighths and sixteenths."""
DARK_CODE = 0.02
"""Added before the logarithm: five codes of 255, under which a JPEG tells no steps of EV from noise."""
SCALE_EV = (0.05, 4.0)
"""The least and the largest uncertainty: codes of 8 bits are 0.03 EV apart at mid-grey (IEC 61966-2-1); steps of training
reach about 4 EV."""


class ExposureMap(nn.Module):
    """(N, H, W, 3) uint8 sRGB, H and W multiples of 16 -> EV and its scale, (N, H/4, W/4) float32 each.

    EV from well exposed, negative = too dark; the scale is that of a Laplace distribution, in EV: the mean absolute error to
    expect. A U-Net (Ronneberger et al. 2015) of depthwise-separable inverted residuals (Sandler et al. 2018), with a pooled
    branch that tells every region how bright the whole scene is.
    """

    def __init__(self) -> None:
        super().__init__()
        half, quarter, eighth, sixteenth = CHANNELS
        self.stem = nn.Sequential(
            nn.Conv2d(6, half, 3, 2, 1, bias=False), nn.BatchNorm2d(half), nn.ReLU(),
            *depthwise(half, 2), *pointwise(half, quarter),
        )  # fmt: skip
        self.quarter = nn.Sequential(*(InvertedResidual(quarter) for _ in range(BLOCKS[0])))
        self.to_eighth = nn.Sequential(*depthwise(quarter, 2), *pointwise(quarter, eighth))
        self.eighth = nn.Sequential(*(InvertedResidual(eighth) for _ in range(BLOCKS[1])))
        self.to_sixteenth = nn.Sequential(*depthwise(eighth, 2), *pointwise(eighth, sixteenth))
        self.sixteenth = nn.Sequential(*(InvertedResidual(sixteenth) for _ in range(BLOCKS[2])))
        pooled = 2 * (quarter + sixteenth)
        self.scene = nn.Sequential(
            nn.Linear(pooled, sixteenth), nn.ReLU(), nn.Linear(sixteenth, sixteenth), nn.ReLU(),
            nn.Linear(sixteenth, sixteenth),
        )  # fmt: skip
        self.up_eighth = nn.Sequential(*pointwise(sixteenth, eighth))
        self.fuse_eighth = InvertedResidual(eighth)
        self.up_quarter = nn.Sequential(*pointwise(eighth, quarter))
        self.fuse_quarter = InvertedResidual(quarter)
        self.head = nn.Conv2d(quarter, 2, 1)
        self.whole = nn.Linear(sixteenth, 2)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.whole.weight)

    def forward(self, picture: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """See the class."""
        quarter = self.quarter(self.stem(seen(picture)))
        eighth = self.eighth(self.to_eighth(quarter))
        sixteenth = self.sixteenth(self.to_sixteenth(eighth))
        scene = self.scene(torch.cat([*moments(quarter), *moments(sixteenth)], dim=1))
        told = sixteenth + scene[:, :, None, None]
        eighth = self.fuse_eighth(eighth + doubled(self.up_eighth(told)))
        quarter = self.fuse_quarter(quarter + doubled(self.up_quarter(eighth)))
        answer = self.head(quarter) + self.whole(scene)[:, :, None, None]
        low, high = SCALE_EV
        return answer[:, 0], low + (high - low) * torch.sigmoid(answer[:, 1] - 1.0)

    def fold_for_inference(self) -> Self:
        """Merge the batch norms into the convolutions before them, in place; the function computed stays the same."""
        self.eval()
        fold_batch_norm(self)
        return self


class InvertedResidual(nn.Module):
    """(N, C, h, w) -> the same shape: wider, 3 x 3 by channel, narrow again, added to what came in."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        wide = EXPANSION * channels
        self.block = nn.Sequential(
            *pointwise(channels, wide), nn.ReLU(), *depthwise(wide, 1), *pointwise(wide, channels)
        )

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """See the class."""
        added: torch.Tensor = features + self.block(features)
        return added


def pointwise(channels: int, out: int) -> tuple[nn.Module, ...]:
    """1 x 1 convolution and its batch norm; linear."""
    return nn.Conv2d(channels, out, 1, bias=False), nn.BatchNorm2d(out)


def depthwise(channels: int, stride: int) -> tuple[nn.Module, ...]:
    """3 x 3 convolution of each channel alone, batch norm, ReLU."""
    return nn.Conv2d(channels, channels, 3, stride, 1, groups=channels, bias=False), nn.BatchNorm2d(channels), nn.ReLU()


def seen(picture: torch.Tensor) -> torch.Tensor:
    """(N, H, W, 3) uint8 -> (N, 6, H, W) float32: code values about zero, and their logarithm, in which a step of EV adds."""
    code = picture.permute(0, 3, 1, 2).float() / 255.0
    return torch.cat([2.0 * code - 1.0, torch.log(code + DARK_CODE) / 2.0 + 0.5], dim=1)


def moments(features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """(N, C, h, w) -> mean and root mean square of each channel, (N, C) each."""
    mean = features.mean(dim=(2, 3))
    return mean, torch.sqrt((features * features).mean(dim=(2, 3)) + 1e-6)


def doubled(features: torch.Tensor) -> torch.Tensor:
    """(N, C, h, w) -> (N, C, 2h, 2w), between neighbours by straight lines."""
    return functional.interpolate(features, scale_factor=2.0, mode="bilinear", align_corners=False)
