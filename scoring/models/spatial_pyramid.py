"""Spatial pyramid pooling (He et al. 2014, arXiv:1406.4729): as many numbers from a map of any size.

Bins overlap by less than a pixel where the size does not divide, as in torch's adaptive pooling; written with slices, for ONNX has
no adaptive pooling of a size that is known only when it runs.
"""

from __future__ import annotations

import torch

LEVELS = (1, 2, 4)
"""1 + 4 + 16 = 21 bins (SAF, doi 10.1177/24723444221147971)."""
BINS = sum(level * level for level in LEVELS)


def spatial_pyramid(maps: torch.Tensor) -> torch.Tensor:
    """(N, C, h, w) -> (N, C, 21): the largest value in each bin. Max is SPP's own choice; SAF does not say."""
    return torch.stack(
        [largest(maps, level, row, column) for level in LEVELS for row in range(level) for column in range(level)],
        dim=2,
    )


def largest(maps: torch.Tensor, level: int, row: int, column: int) -> torch.Tensor:
    """(N, C, h, w) -> (N, C): the largest value in one bin of a `level` x `level` grid."""
    height, width = maps.shape[2], maps.shape[3]
    top, bottom = row * height // level, ((row + 1) * height + level - 1) // level
    left, right = column * width // level, ((column + 1) * width + level - 1) // level
    return maps[:, :, top:bottom, left:right].amax(dim=(2, 3))
