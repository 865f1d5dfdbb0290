"""Losses on rating distributions."""

from __future__ import annotations

import torch


def emd_loss(predicted: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """(N, B), (N, B), rows sum to 1 -> scalar: mean EMD with r = 2 (Talebi & Milanfar 2018, eq. 1)."""
    gap = torch.cumsum(predicted, dim=1) - torch.cumsum(target, dim=1)
    # The tiny floor keeps the gradient finite where a prediction is already perfect.
    return torch.sqrt(gap.square().mean(dim=1) + 1e-9).mean()
