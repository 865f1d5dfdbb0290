"""NIMA as published."""

import pytest
import torch

from scoring.models.nima import Nima


@pytest.mark.parametrize("backbone", ["mobilenet_v2", "resnet18"])
@pytest.mark.parametrize("size", [(64, 64), (96, 160)])
def test_output_is_ten_probabilities_a_picture(backbone, size):
    with torch.inference_mode():
        ratings = Nima(backbone, 0.75).eval()(torch.randn(2, 3, *size))
    assert ratings.shape == (2, 10)
    assert ratings.sum(dim=1) == pytest.approx(torch.ones(2), abs=1e-5)


def test_head_reads_the_mean_of_the_last_map_only():
    torch.manual_seed(0)
    network = Nima("mobilenet_v2", 0.0).eval()
    batch = torch.randn(1, 3, 64, 64)
    last = network.blocks(batch)[-1].mean(dim=(2, 3))
    assert torch.allclose(network.features(batch), last, atol=1e-6)
    assert torch.allclose(network(batch), torch.softmax(network.head(last), dim=1), atol=1e-6)


def test_dropout_acts_in_training_only():
    torch.manual_seed(0)
    network = Nima("mobilenet_v2", 0.75)
    features = torch.ones(1, 1280)
    assert not torch.equal(network.train().rated(features), network.rated(features))
    assert torch.equal(network.eval().rated(features), network.rated(features))
