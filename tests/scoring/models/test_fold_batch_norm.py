"""Batch norms folded into convolutions."""

import pytest
import torch
from torch import nn

from scoring.models.fold_batch_norm import fold_batch_norm


@pytest.mark.parametrize("bias", [True, False])
def test_folding_keeps_the_function_and_leaves_no_norm(bias):
    torch.manual_seed(0)
    layers = nn.Sequential(nn.Sequential(nn.Conv2d(2, 3, 3, bias=bias), nn.BatchNorm2d(3)), nn.ReLU())
    norm = layers[0][1]
    norm.running_mean.normal_()
    norm.running_var.uniform_(0.5, 2.0)
    nn.init.normal_(norm.weight)
    nn.init.normal_(norm.bias)
    layers.eval()
    picture = torch.randn(1, 2, 8, 8)
    before = layers(picture)
    fold_batch_norm(layers)
    assert torch.allclose(layers(picture), before, atol=1e-5)
    assert not any(isinstance(layer, nn.BatchNorm2d) for layer in layers.modules())


def test_batch_norm_without_statistics_is_refused():
    with pytest.raises(ValueError, match="running statistics"):
        fold_batch_norm(nn.Sequential(nn.Conv2d(1, 1, 1), nn.BatchNorm2d(1, track_running_stats=False)))
