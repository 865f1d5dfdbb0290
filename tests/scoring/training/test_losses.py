"""The training loss is the metric that it stands for."""

import numpy as np
import pytest
import torch

from scoring.metrics.emd import emd
from scoring.training.losses import emd_loss


def test_emd_loss_equals_the_metric_on_random_distributions():
    generator = np.random.default_rng(0)
    first, second = generator.dirichlet(np.ones(10), 20), generator.dirichlet(np.ones(10), 20)
    assert float(emd_loss(torch.tensor(first), torch.tensor(second))) == pytest.approx(
        emd(first, second).mean(), abs=1e-5
    )


def test_emd_loss_has_a_finite_gradient_at_perfection():
    predicted = torch.full((1, 10), 0.1, requires_grad=True)
    emd_loss(predicted, torch.full((1, 10), 0.1)).backward()
    assert torch.isfinite(predicted.grad).all()
