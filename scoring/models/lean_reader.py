"""A small network that tells from the votes of straight lines how likely each roll of a picture is."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

SPAN = 7
"""Leans that one filter sees at once: 3 deg, and with the second layer's gaps 9 deg."""
FORGOTTEN = 0.1
"""Share of what the layers found that is left out at random in training, lest few photos be learned by heart."""


class LeanReader(nn.Module):
    """(N, rows, leans) float32 -> (N, leans): the logarithm of each lean's probability.

    Three layers of filters that slide along the leans, so that every lean is judged by the same rule, and a prior. A mirrored
    picture is read as its mirror: `mirrored` flips leans, and both readings are averaged.
    """

    mean: torch.Tensor
    sd: torch.Tensor

    def __init__(self, rows: int, leans: int, hidden: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(rows))
        self.register_buffer("sd", torch.ones(rows))
        self.first = nn.Conv1d(rows, hidden, SPAN, padding=SPAN // 2, padding_mode="replicate")
        self.second = nn.Conv1d(hidden, hidden, SPAN, padding=SPAN - 1, dilation=2, padding_mode="replicate")
        self.third = nn.Conv1d(hidden, 1, SPAN, padding=SPAN // 2, padding_mode="replicate")
        self.prior = nn.Parameter(torch.zeros(leans // 2 + 1))

    def forward(self, evidence: torch.Tensor) -> torch.Tensor:
        """See the class."""
        seen = (evidence - self.mean[:, None]) / self.sd[:, None]
        one, mirrored = self._read(seen), self._read(seen.flip(2)).flip(1)
        prior = torch.cat([self.prior.flip(0)[:-1], self.prior])
        return functional.log_softmax((one + mirrored) / 2 + prior, dim=1)

    def _read(self, seen: torch.Tensor) -> torch.Tensor:
        for layer in (self.first, self.second):
            seen = functional.dropout(torch.relu(layer(seen)), FORGOTTEN, self.training)
        answer: torch.Tensor = self.third(seen)[:, 0]
        return answer
