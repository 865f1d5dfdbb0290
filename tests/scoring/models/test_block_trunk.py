"""Blocks that run one after the other."""

import torch
from torch import nn

from scoring.models.block_trunk import BlockTrunk


def test_every_block_is_seen_with_its_channels():
    trunk = BlockTrunk([nn.Conv2d(3, 4, 1), nn.Sequential(nn.ReLU(), nn.Conv2d(4, 6, 1), nn.Tanh())])
    assert trunk.channels == [4, 6]
    first, second = trunk(torch.randn(1, 3, 5, 7))
    assert torch.equal(second, trunk.features[1](first))
