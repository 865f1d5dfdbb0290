"""What rating networks are built on: a convolutional network up to its last feature map."""

from __future__ import annotations

from torch import nn


class Trunk(nn.Module):
    """(N, 3, H, W) float, normalised, H and W at least 32 -> list of (N, C, h, w), the last feature map last."""

    channels: list[int]
    """Of each map."""
