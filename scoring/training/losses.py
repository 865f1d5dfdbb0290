"""Losses on rating distributions: (N, B), rows sum to 1."""

from __future__ import annotations

from collections.abc import Callable

import torch

FLOOR = 1e-9
"""Keeps logarithms and the square root's gradient finite; far below any share that matters."""


def emd_loss(predicted: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Scalar: mean EMD with r = 2 (Talebi & Milanfar 2018, eq. 1)."""
    gap = torch.cumsum(predicted, dim=1) - torch.cumsum(target, dim=1)
    return torch.sqrt(gap.square().mean(dim=1) + FLOOR).mean()


def l1_divergence(predicted: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Scalar: mean over photos of the sum of absolute gaps (SAF's activation loss)."""
    return (predicted - target).abs().sum(dim=1).mean()


def kl_divergence(predicted: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Scalar: mean of KL(target || predicted) in nats."""
    return (target * ((target + FLOOR).log() - (predicted + FLOOR).log())).sum(dim=1).mean()


def js_divergence(predicted: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Scalar: mean Jensen-Shannon divergence in nats (Lin 1991)."""
    middle = (predicted + target) / 2.0
    return (kl_divergence(middle, target) + kl_divergence(middle, predicted)) / 2.0


DIVERGENCES: dict[str, Callable[[torch.Tensor, torch.Tensor], torch.Tensor]] = {
    "js": js_divergence,
    "kl": kl_divergence,
    "l1": l1_divergence,
}
