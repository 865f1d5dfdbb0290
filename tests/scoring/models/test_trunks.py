"""Trunks by name."""

from scoring.models.block_trunk import BlockTrunk
from scoring.models.torchvision_trunk import TorchvisionTrunk
from scoring.models.trunks import open_trunk


def test_ours_are_seen_block_by_block():
    assert isinstance(open_trunk("mobilenet_v2"), BlockTrunk)
    assert isinstance(open_trunk("efficientnet_lite0"), BlockTrunk)


def test_any_other_is_torchvisions():
    assert isinstance(open_trunk("resnet18"), TorchvisionTrunk)
