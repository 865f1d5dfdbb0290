"""Ratings from every block, and folding that changes nothing."""

import pytest
import torch

from scoring.models.multi_level import MultiLevel


@pytest.fixture(scope="module", params=["mobilenet_v2", "efficientnet_lite0"])
def network(request):
    torch.manual_seed(0)
    return MultiLevel(request.param, 0.0).eval()


@pytest.mark.parametrize("size", [(64, 64), (96, 160), (224, 32)])
def test_output_is_ten_probabilities_a_picture(network, size):
    with torch.inference_mode():
        ratings = network(torch.randn(2, 3, *size))
    assert ratings.shape == (2, 10)
    assert ratings.sum(dim=1) == pytest.approx(torch.ones(2), abs=1e-5)


def test_rating_of_a_picture_does_not_depend_on_its_company(network):
    pictures = torch.randn(3, 3, 64, 64)
    assert torch.allclose(network(pictures)[0], network(pictures[:1])[0], atol=1e-5)


def test_features_are_mean_and_sd_of_every_block(network):
    batch = torch.randn(1, 3, 64, 64)
    first_block = network.blocks(batch)[0]
    features = network.features(batch)[0]
    assert len(features) == 2 * sum(network.blocks.channels)
    assert torch.allclose(features[:32], first_block.mean(dim=(2, 3))[0], atol=1e-5)
    assert torch.allclose(features[32:64], first_block.std(dim=(2, 3), unbiased=False)[0], atol=2e-3)


@pytest.mark.parametrize("backbone", ["mobilenet_v2", "efficientnet_lite0"])
def test_folding_for_inference_keeps_the_function(backbone):
    torch.manual_seed(1)
    network = MultiLevel(backbone, 0.0).eval()
    for layer in network.modules():
        if isinstance(layer, torch.nn.BatchNorm2d):
            layer.running_mean.normal_(std=0.1)
            layer.running_var.uniform_(0.5, 2.0)
    network.feature_mean.normal_(std=0.1)
    network.feature_sd.uniform_(0.5, 2.0)
    picture = torch.randn(1, 3, 64, 64)
    before = network(picture)
    folded = network.fold_for_inference()
    assert torch.allclose(before, folded(picture), atol=1e-5)
    assert not any(isinstance(layer, torch.nn.BatchNorm2d) for layer in folded.modules())
