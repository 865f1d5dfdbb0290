"""MobileNetV2 with TensorFlow's padding."""

import pytest
import torch
from torch import nn
from torchvision.models import mobilenet_v2

from scoring.models.mobilenet_v2 import MobileNetV2Blocks, SamePaddedConv2d, fold_batch_norm


def test_blocks_take_the_weights_of_torchvision_by_name():
    blocks = MobileNetV2Blocks()
    state = {
        name: value for name, value in mobilenet_v2(weights=None).state_dict().items() if name.startswith("features.")
    }
    assert blocks.load_state_dict(state).missing_keys == []


def test_there_are_nineteen_blocks_of_2816_channels_that_halve_the_picture_five_times():
    blocks = MobileNetV2Blocks().eval()
    outputs = blocks(torch.zeros(1, 3, 64, 96))
    assert [output.shape[1] for output in outputs] == blocks.channels
    assert (len(blocks.channels), sum(blocks.channels)) == (19, 2816)
    assert outputs[-1].shape[2:] == (2, 3)


def test_stride_two_pads_below_and_right_only():
    convolution = SamePaddedConv2d(1, 1, (3, 3), stride=(2, 2), bias=False)
    nn.init.ones_(convolution.weight)
    picture = torch.zeros(1, 1, 4, 4)
    picture[0, 0, 0, 0] = 1.0
    assert convolution(picture)[0, 0].tolist() == [[1.0, 0.0], [0.0, 0.0]]
    last = torch.zeros(1, 1, 4, 4)
    last[0, 0, 2, 2] = 1.0
    assert convolution(last)[0, 0].tolist() == [[1.0, 1.0], [1.0, 1.0]]


def test_batch_norm_without_statistics_is_refused():
    with pytest.raises(ValueError, match="running statistics"):
        fold_batch_norm(nn.Sequential(nn.Conv2d(1, 1, 1), nn.BatchNorm2d(1, track_running_stats=False)))
