"""Learning rates of one cycle: they rise over the warm-up, and fall by a cosine for the rest of the run."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from scoring.training.learner import Rates

A_LITTLE_LONGER = 1.0 + 1e-6
"""Of a warm-up of just one step: torch would divide by its length less one, nought."""


def one_cycle(optimizer: torch.optim.Optimizer, highest: Sequence[float], steps: int, warm_up_share: float) -> Rates:
    """The cycle of Smith & Topin 2018 (arXiv:1708.07120) over `steps`; `highest` rate of each of the optimizer's groups."""
    share = warm_up_share * (A_LITTLE_LONGER if warm_up_share * steps == 1.0 else 1.0)
    return torch.optim.lr_scheduler.OneCycleLR(optimizer, list(highest), total_steps=steps, pct_start=share)
