"""What training minimises: one number, and the losses that it is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import torch
from torch.nn import functional

from scoring.models.rating_network import RatingNetwork
from scoring.models.saf import Saf
from scoring.training.losses import DIVERGENCES, emd_loss
from scoring.training.recipe_tables import Losses
from weights.entry import Preprocessing

Parts = dict[str, torch.Tensor]
Objective = Callable[[RatingNetwork, torch.Tensor, torch.Tensor], Parts]
"""(network, (N, 3, H, W) normalised inputs, (N, 10) targets) -> scalar losses by name."""


def rating_objective(network: RatingNetwork, inputs: torch.Tensor, targets: torch.Tensor) -> Parts:
    """EMD alone."""
    with half_precision(inputs):
        features = network.features(inputs)
    return {"emd": emd_loss(network.rated(features.float()), targets)}


def saf_objective(losses: Losses, shape: Preprocessing) -> Objective:
    """EMD, the activation loss and the mean squared error of the painted picture in [0, 1]; those of weight 0 are left out."""
    divergence = DIVERGENCES[losses.activation_divergence]

    def parts(network: RatingNetwork, inputs: torch.Tensor, targets: torch.Tensor) -> Parts:
        saf = cast("Saf", network)
        with half_precision(inputs):
            half = saf.features(inputs)
        features = half.float()
        made = {"emd": emd_loss(saf.rated(features), targets)}
        if losses.activation > 0:
            made["activation"] = divergence(saf.activated(features), targets)
        if losses.reconstruction > 0:
            with half_precision(inputs):
                painted = saf.painted(half, (inputs.shape[2], inputs.shape[3]))
            made["reconstruction"] = functional.mse_loss(painted.float(), pictures_of(inputs, shape))
        return made

    return parts


def half_precision(inputs: torch.Tensor) -> torch.autocast:
    """Convolutions in bfloat16, on a CPU too: twice as fast, and what is trained loses nothing that a seed would not change."""
    return torch.autocast(inputs.device.type, torch.bfloat16)


def pictures_of(inputs: torch.Tensor, shape: Preprocessing) -> torch.Tensor:
    """(N, 3, H, W) normalised -> in [0, 1]."""
    mean, sd = (torch.tensor(v, device=inputs.device).reshape(1, 3, 1, 1) for v in (shape.mean, shape.sd))
    return inputs * sd + mean


def objective_of(architecture: str, losses: Losses, shape: Preprocessing) -> Objective:
    """What a network of this architecture minimises."""
    return saf_objective(losses, shape) if architecture == "saf" else rating_objective
