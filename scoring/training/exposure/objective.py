"""What training of the exposure map minimises."""

from __future__ import annotations

import torch


def map_loss(ev: torch.Tensor, scale_ev: torch.Tensor, truth_ev: torch.Tensor) -> torch.Tensor:
    """Mean negative log likelihood of (N, h, w) errors under a Laplace distribution of the network's own scale, in nats:
    an L1 loss that teaches the scale too (Kendall & Gal 2017, arXiv:1703.04977, section 3.1)."""
    return (torch.abs(ev - truth_ev) / scale_ev + torch.log(2.0 * scale_ev)).mean()


def step_loss(ev: torch.Tensor, truth_ev: torch.Tensor) -> torch.Tensor:
    """Mean absolute error, in EV, of the step between the two exposures of each scene, rows in twos.

    A photo's own brightness is a matter of taste, but within a bracket it cancels: there every step must count in full.
    """
    return torch.abs((ev[0::2] - ev[1::2]) - (truth_ev[0::2] - truth_ev[1::2])).mean()
