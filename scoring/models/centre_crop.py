"""The middle square of a picture, cut out inside the network: the weights' authors did so before it."""

from __future__ import annotations

import torch
from torch import nn


class CentreCrop(nn.Module):
    """(N, C, H, W), H and W at least `edge_px` -> (N, C, edge_px, edge_px)."""

    def __init__(self, edge_px: int) -> None:
        super().__init__()
        self.edge_px = edge_px

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """An odd pixel too many is lost on the right and below."""
        top, left = (batch.shape[2] - self.edge_px) // 2, (batch.shape[3] - self.edge_px) // 2
        return batch[:, :, top : top + self.edge_px, left : left + self.edge_px]
