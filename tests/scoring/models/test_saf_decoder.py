"""The decoder paints a picture of the size that it is asked for."""

import pytest
import torch

from scoring.models.saf_decoder import SafDecoder


@pytest.mark.parametrize("size", [(64, 96), (70, 100)])
def test_painted_picture_has_the_size_asked_for_and_values_of_light(size):
    painted = SafDecoder(20).eval()(torch.randn(1, 20, 2, 3), size)
    assert painted.shape == (1, 3, *size)
    assert painted.min() >= 0.0
    assert painted.max() <= 1.0


def test_decoder_has_no_fully_connected_layer():
    assert not any(isinstance(layer, torch.nn.Linear) for layer in SafDecoder(20).modules())
