"""NIMA (Talebi & Milanfar 2018, arXiv:1709.05424): a pretrained backbone, a ten-way softmax, trained with EMD.

One departure, measured: the head reads the mean and standard deviation of *every* block instead of the last layer's mean
(MLSP, Hosu et al. 2019, arXiv:1904.01382). Noise and blur live in the early blocks: frozen, with a ridge, .81 srcc on BIQ2021
against .71 from the last layer alone.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from scoring.models.mobilenet_v2 import MobileNetV2Blocks, fold_batch_norm

BUCKETS = 10
"""Ratings 1..10, as in AVA (Murray et al. 2012)."""

VARIANCE_FLOOR = 1e-6
"""Keeps the square root's gradient finite on dead channels; far below any live channel's variance."""


class Nima(nn.Module):
    """(N, 3, H, W) normalised RGB -> (N, 10) rating distribution that sums to 1."""

    feature_mean: torch.Tensor
    feature_sd: torch.Tensor

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.blocks = MobileNetV2Blocks()
        width = 2 * sum(self.blocks.channels)
        self.register_buffer("feature_mean", torch.zeros(width))
        self.register_buffer("feature_sd", torch.ones(width))
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(width, BUCKETS)

    def pooled(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) -> (N, 5632) float32: mean and standard deviation of each channel of each block."""
        parts = []
        for output in self.blocks(batch):
            levels = output.float()
            mean = global_mean(levels)
            # Two global averages, not a variance: ONNX Runtime keeps its fast layout through them (54 ms against 21 ms a photo).
            variance = global_mean(levels * levels) - mean * mean
            parts += [mean, torch.sqrt(variance.clamp_min(0.0) + VARIANCE_FLOOR)]
        return torch.cat(parts, dim=1)

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """(N, 3, H, W) float, normalised, H and W at least 32 -> (N, 10) float32, rows sum to 1."""
        standardised = (self.pooled(batch) - self.feature_mean) / self.feature_sd
        return torch.softmax(self.head(self.dropout(standardised)), dim=1)

    def fold_for_inference(self) -> Nima:
        """Fold batch norms and the feature standardisation into weights, in place; the function computed stays the same."""
        fold_batch_norm(self.blocks)
        with torch.no_grad():
            scaled = self.head.weight / self.feature_sd
            self.head.bias.sub_(scaled @ self.feature_mean)
            self.head.weight.copy_(scaled)
            self.feature_mean.zero_()
            self.feature_sd.fill_(1.0)
        return self.eval()


def global_mean(levels: torch.Tensor) -> torch.Tensor:
    """(N, C, h, w) -> (N, C)."""
    return functional.adaptive_avg_pool2d(levels, 1).flatten(1)
