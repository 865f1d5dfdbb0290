"""Spatial pyramid pooling by slices equals torch's adaptive pooling."""

import pytest
import torch
from torch.nn import functional

from scoring.models.spatial_pyramid import BINS, LEVELS, spatial_pyramid


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (4, 4), (7, 7), (8, 11), (5, 36)])
def test_bins_hold_the_largest_value_of_their_part(size):
    maps = torch.randn(2, 3, *size)
    expected = torch.cat([functional.adaptive_max_pool2d(maps, level).flatten(2) for level in LEVELS], dim=2)
    assert torch.equal(spatial_pyramid(maps), expected)


def test_there_are_twenty_one_bins_whatever_the_size():
    assert BINS == 21
    assert spatial_pyramid(torch.zeros(1, 5, 9, 2)).shape == (1, 5, 21)
