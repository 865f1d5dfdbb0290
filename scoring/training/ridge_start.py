"""Where fine-tuning of `multi_level` starts: a softmax head that already says what a ridge regression on frozen features would say.

A discretised normal distribution around m has logits b m / s^2 - b^2 / 2 s^2, which are linear in m; so a linear estimate of the
mean becomes a linear ten-way head exactly.
"""

from __future__ import annotations

import torch

from scoring.models.multi_level import MultiLevel
from scoring.models.rating_network import BUCKETS
from scoring.training.balanced_ridge import balanced_scale, ridge_solution, standardisation
from scoring.usual_opinions import usual_spread


def start_from_ridge(network: MultiLevel, features: torch.Tensor, mos: torch.Tensor, penalty: float) -> None:
    """Set `network`'s standardisation and head from (N, F) features and (N,) mean opinions (1..10), in place."""
    mean, sd = standardisation(features)
    divisor = sd / balanced_scale(network.channels).to(features.device)
    slope = ridge_solution((features - mean) / divisor, mos - mos.mean(), penalty)
    spread = usual_spread(float(mos.mean()))
    buckets = torch.arange(1, BUCKETS + 1, device=features.device, dtype=torch.float32)
    with torch.no_grad():
        network.feature_mean.copy_(mean)
        network.feature_sd.copy_(divisor)
        network.head.weight.copy_(torch.outer(buckets / spread**2, slope))
        network.head.bias.copy_(buckets * mos.mean() / spread**2 - buckets.square() / (2.0 * spread**2))
