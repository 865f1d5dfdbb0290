"""What rating networks are built on, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from scoring.models.efficientnet_lite import SCALES, efficientnet_lite_blocks
from scoring.models.mobilenet_v2 import mobilenet_v2_blocks
from scoring.models.torchvision_trunk import TorchvisionTrunk
from scoring.models.trunk import Trunk

BLOCK_TRUNKS: dict[str, Callable[[], Trunk]] = {
    "mobilenet_v2": mobilenet_v2_blocks,
    **{f"efficientnet_lite{size}": partial(efficientnet_lite_blocks, size) for size in SCALES},
}
"""Ours: seen block by block, and padded as their published weights were trained."""


def open_trunk(name: str) -> Trunk:
    """(N, 3, H, W) -> list of (N, C, h, w), the last feature map last, with `.channels` of each; random parameters.

    One of `BLOCK_TRUNKS`, or any convolutional classifier of torchvision; raises `TrunkError`.
    """
    return BLOCK_TRUNKS[name]() if name in BLOCK_TRUNKS else TorchvisionTrunk(name)
