"""Stride-2 convolutions with TensorFlow's padding."""

import pytest
import torch
from torch import nn

from scoring.models.same_padding import SamePaddedConv2d, same_padded


def ones(kernel):
    convolution = SamePaddedConv2d(1, 1, kernel, stride=2, bias=False)
    nn.init.ones_(convolution.weight)
    return convolution


def dot(row, column, size=4):
    picture = torch.zeros(1, 1, size, size)
    picture[0, 0, row, column] = 1.0
    return picture


def test_kernel_of_three_pads_below_and_right_only():
    assert ones(3)(dot(0, 0))[0, 0].tolist() == [[1.0, 0.0], [0.0, 0.0]]
    assert ones(3)(dot(2, 2))[0, 0].tolist() == [[1.0, 1.0], [1.0, 1.0]]


def test_kernel_of_five_pads_one_before_and_two_after():
    assert ones(5)(dot(0, 0, 8))[0, 0].nonzero().tolist() == [[0, 0]]
    assert ones(5)(dot(3, 3, 8))[0, 0].nonzero().tolist() == [[row, column] for row in range(3) for column in range(3)]


@pytest.mark.parametrize("kernel", [3, 5])
def test_even_sizes_are_halved(kernel):
    assert ones(kernel)(torch.zeros(1, 1, 6, 10)).shape[2:] == (3, 5)


def test_twin_of_a_convolution_shares_its_parameters():
    convolution = nn.Conv2d(4, 4, 5, stride=2, groups=4)
    twin = same_padded(convolution)
    assert twin.weight is convolution.weight
    assert twin.bias is convolution.bias
    assert twin.kernel_size == (5, 5)
