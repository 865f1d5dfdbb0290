"""The head starts by saying exactly what the ridge says."""

import pytest
import torch

from scoring.models.multi_level import MultiLevel
from scoring.training.ridge_start import start_from_ridge


def test_network_starts_with_ratings_that_follow_the_ridge():
    torch.manual_seed(0)
    network = MultiLevel("mobilenet_v2", 0.0).eval()
    features = torch.randn(40, network.head.in_features) + 3.0
    mos = 5.5 + 1.5 * torch.tanh(features[:, 0] - 3.0)
    start_from_ridge(network, features, mos, penalty=10.0)
    standardised = (features - network.feature_mean) / network.feature_sd
    ratings = (torch.softmax(network.head(standardised), dim=1) @ torch.arange(1.0, 11.0)).detach()
    assert torch.corrcoef(torch.stack([ratings, mos]))[0, 1] > 0.99
    assert float(ratings.mean()) == pytest.approx(float(mos.mean()), abs=0.1)


def test_channel_that_never_changes_stays_harmless():
    network = MultiLevel("mobilenet_v2", 0.0).eval()
    features = torch.randn(20, network.head.in_features)
    features[:, 7] = 4.0
    start_from_ridge(network, features, 5.0 + features[:, 0], penalty=10.0)
    assert torch.isfinite(network.head.weight).all()
    assert network.head.weight[:, 7].abs().max() == 0.0
