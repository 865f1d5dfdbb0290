"""Where fine-tuning of `multi_level` starts: a softmax head that already says what a ridge regression on frozen features would say.

A discretised normal distribution around m has logits b m / s^2 - b^2 / 2 s^2, which are linear in m; so a linear estimate of the
mean becomes a linear ten-way head exactly.
"""

from __future__ import annotations

import torch

from scoring.models.multi_level import MultiLevel
from scoring.models.rating_network import BUCKETS
from scoring.usual_opinions import usual_spread


def start_from_ridge(network: MultiLevel, features: torch.Tensor, mos: torch.Tensor, penalty: float) -> None:
    """Set `network`'s standardisation and head from (N, F) features and (N,) mean opinions (1..10), in place."""
    mean, sd = features.mean(dim=0), features.std(dim=0)
    # A channel that never changes tells nothing; a unit divisor leaves it at zero.
    sd = torch.where(sd > 1e-4, sd, torch.ones_like(sd))
    slope = ridge_solution((features - mean) / sd, mos - mos.mean(), penalty)
    spread = usual_spread(float(mos.mean()))
    buckets = torch.arange(1, BUCKETS + 1, device=features.device, dtype=torch.float32)
    with torch.no_grad():
        network.feature_mean.copy_(mean)
        network.feature_sd.copy_(sd)
        network.head.weight.copy_(torch.outer(buckets / spread**2, slope))
        network.head.bias.copy_(buckets * mos.mean() / spread**2 - buckets.square() / (2.0 * spread**2))


def ridge_solution(features: torch.Tensor, target: torch.Tensor, penalty: float) -> torch.Tensor:
    """(N, F), (N,) -> (F,) float32 minimising |Xw - y|^2 + penalty |w|^2 (Hoerl & Kennard 1970), in the dual as F > N."""
    rows = features.double()
    gram = rows @ rows.T
    gram.diagonal().add_(penalty)
    solution: torch.Tensor = rows.T @ torch.linalg.solve(gram, target.double())
    return solution.float()
