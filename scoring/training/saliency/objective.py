"""What training of the saliency network minimises."""

from __future__ import annotations

import torch
from torch.nn import functional

LEAST_SUBJECT = 1.0
"""Map cells that a subject must cover for its overlap to count: of nothing there is none."""


def place_loss(answer: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """Cross entropy of (N, h, w) log odds and shares in [0, 1], in nats: whether each place is of the subject."""
    return functional.binary_cross_entropy_with_logits(answer, truth)


def overlap_loss(answer: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """One less the soft intersection over union (Máttyus et al. 2017), mean of the pictures that have a subject."""
    said = torch.sigmoid(answer).flatten(1)
    wanted = truth.flatten(1)
    both = (said * wanted).sum(dim=1)
    either = (said + wanted - said * wanted).sum(dim=1)
    there = (wanted.sum(dim=1) >= LEAST_SUBJECT).float()
    return ((1.0 - both / either.clamp(min=LEAST_SUBJECT)) * there).sum() / there.sum().clamp(min=1.0)
