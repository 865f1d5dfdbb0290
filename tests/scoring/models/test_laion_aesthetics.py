"""One score becomes ten probabilities with that mean."""

import pytest
import torch

from scoring.models.laion_aesthetics import HIGHEST_MEAN, LOWEST_MEAN, STEPS, laion_aesthetics

SMALL = {"patch_px": 32, "width": 64, "layers": 1, "heads": 4, "embedding": 16}


@pytest.mark.parametrize("head", ["linear", "mlp"])
@pytest.mark.parametrize("score", [LOWEST_MEAN, 3.3337, 5.01, HIGHEST_MEAN])
def test_mean_of_the_distribution_is_the_score(head, score, monkeypatch):
    network = laion_aesthetics({**SMALL, "head": head}).eval()
    means = torch.linspace(LOWEST_MEAN, HIGHEST_MEAN, STEPS + 1)
    # The simplest distributions with these means: all opinions on 1 or on 10.
    network.spread[:, 0], network.spread[:, 9] = (10.0 - means) / 9.0, (means - 1.0) / 9.0
    monkeypatch.setattr(network, "score", lambda batch: torch.full((len(batch),), score))
    ratings = network(torch.zeros(2, 3, 224, 224))
    assert torch.allclose(ratings @ torch.arange(1.0, 11.0), torch.full((2,), score), atol=1e-4)
