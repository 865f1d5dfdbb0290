"""MobileNetV2 (Sandler et al. 2018, arXiv:1801.04381), torchvision's, padded as TensorFlow does; 19 blocks, 2,816 channels."""

from __future__ import annotations

from torch import nn
from torchvision.models import mobilenet_v2

from scoring.models.block_trunk import BlockTrunk
from scoring.models.same_padding import same_padded


def mobilenet_v2_blocks() -> BlockTrunk:
    """The convolutional blocks with torchvision's names; the classifier is left off."""
    blocks = BlockTrunk(mobilenet_v2(weights=None).features)
    for parent in list(blocks.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, nn.Conv2d) and child.stride == (2, 2):
                setattr(parent, name, same_padded(child))
    return blocks
