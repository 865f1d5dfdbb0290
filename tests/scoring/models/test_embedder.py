"""The linear map of an embedder."""

import torch

from scoring.models.embedder import Embedder


def test_rows_have_length_one_and_brighter_features_the_same_place():
    torch.manual_seed(0)
    network = Embedder(6, 3)
    torch.nn.init.zeros_(network.map.bias)
    features = torch.randn(4, 6)
    with torch.inference_mode():
        placed, scaled = network(features), network(3.0 * features)
    assert placed.shape == (4, 3)
    torch.testing.assert_close(placed.norm(dim=1), torch.ones(4))
    torch.testing.assert_close(placed, scaled)


def test_features_that_map_to_nothing_are_no_nan():
    network = Embedder(2, 2)
    torch.nn.init.zeros_(network.map.bias)
    with torch.inference_mode():
        assert network(torch.zeros(1, 2)).tolist() == [[0.0, 0.0]]
