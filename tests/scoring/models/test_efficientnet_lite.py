"""EfficientNet-Lite seen block by block."""

import pytest
import torch

from scoring.models.efficientnet_lite import efficientnet_lite_blocks, rounded_to_eight

CLASSIFIER = 1280 * 1000 + 1000
PUBLISHED = {0: 4.7, 1: 5.4, 2: 6.1, 3: 8.2, 4: 13.0}
"""Millions of parameters, classifier included (README of tensorflow/tpu's efficientnet/lite)."""


@pytest.mark.parametrize("size", PUBLISHED)
def test_network_has_as_many_parameters_as_published(size):
    parameters = sum(value.numel() for value in efficientnet_lite_blocks(size).parameters()) + CLASSIFIER
    assert parameters / 1e6 == pytest.approx(PUBLISHED[size], abs=0.1)


def test_lite0_halves_the_picture_five_times():
    blocks = efficientnet_lite_blocks(0).eval()
    outputs = blocks(torch.zeros(1, 3, 64, 96))
    assert [output.shape[1] for output in outputs] == blocks.channels
    assert (blocks.channels[0], blocks.channels[-2], blocks.channels[-1]) == (32, 320, 1280)
    assert outputs[-1].shape[2:] == (2, 3)


@pytest.mark.parametrize(
    ("channels", "rounded"), [(16.0, 16), (17.6, 16), (26.4, 24), (44.0, 48), (21.0, 24), (3.0, 8)]
)
def test_channels_round_to_eight_and_never_lose_a_tenth(channels, rounded):
    assert rounded_to_eight(channels) == rounded


def test_every_norm_has_the_epsilon_of_the_published_weights():
    norms = [layer for layer in efficientnet_lite_blocks(0).modules() if isinstance(layer, torch.nn.BatchNorm2d)]
    assert {norm.eps for norm in norms} == {0.001}
