"""A small network that says how good a crop is from what was measured of it; only differences between crops mean anything."""

from __future__ import annotations

import torch
from torch import nn

LIMIT_SD = 4.0
"""Features are cut to so many standard deviations: a rare one must not outvote all others."""


class CropRanker(nn.Module):
    """(N, features) float32 -> (N,): one hidden layer of tanh; the difference of two crops is the log odds that one is better."""

    mean: torch.Tensor
    sd: torch.Tensor

    def __init__(self, features: int, hidden: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("sd", torch.ones(features))
        self.first = nn.Linear(features, hidden)
        self.second = nn.Linear(hidden, 1, bias=False)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """See the class."""
        seen = ((features - self.mean) / self.sd).clamp(-LIMIT_SD, LIMIT_SD)
        answer: torch.Tensor = self.second(torch.tanh(self.first(seen)))[:, 0]
        return answer
