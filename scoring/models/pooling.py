"""A feature map as one number a channel."""

from __future__ import annotations

import torch
from torch.nn import functional


def global_mean(levels: torch.Tensor) -> torch.Tensor:
    """(N, C, h, w) -> (N, C)."""
    return functional.adaptive_avg_pool2d(levels, 1).flatten(1)


def global_mean_and_sd(levels: torch.Tensor, floor: float) -> list[torch.Tensor]:
    """(N, C, h, w) float32 -> the mean and the standard deviation, (N, C) each; `floor` is added to the variance."""
    mean = global_mean(levels)
    # Two global averages, not a variance: ONNX Runtime keeps its fast layout through them (54 ms against 21 ms a photo).
    variance = global_mean(levels * levels) - mean * mean
    return [mean, torch.sqrt(variance.clamp_min(0.0) + floor)]
