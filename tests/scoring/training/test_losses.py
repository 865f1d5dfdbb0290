"""Losses on rating distributions against numbers worked out by hand."""

import math

import numpy as np
import pytest
import torch

from scoring.metrics.emd import emd
from scoring.training.losses import DIVERGENCES, emd_loss, js_divergence, kl_divergence, l1_divergence

HALF = torch.tensor([[0.5, 0.5]])
SURE = torch.tensor([[1.0, 0.0]])


def test_emd_of_neighbouring_certainties_is_the_root_of_one_bucket_in_ten():
    target = torch.eye(10)[[3]]
    assert float(emd_loss(torch.eye(10)[[4]], target)) == pytest.approx(math.sqrt(0.1), abs=1e-4)
    assert float(emd_loss(target, target)) < 1e-4


def test_emd_loss_equals_the_metric_on_random_distributions():
    generator = np.random.default_rng(0)
    first, second = generator.dirichlet(np.ones(10), 20), generator.dirichlet(np.ones(10), 20)
    assert float(emd_loss(torch.tensor(first), torch.tensor(second))) == pytest.approx(
        emd(first, second).mean(), abs=1e-5
    )


def test_l1_is_the_sum_of_gaps():
    assert float(l1_divergence(HALF, SURE)) == pytest.approx(1.0)


def test_kl_is_taken_from_the_target():
    assert float(kl_divergence(HALF, SURE)) == pytest.approx(math.log(2.0), abs=1e-5)


def test_js_is_symmetric_and_at_most_log_two():
    assert float(js_divergence(HALF, SURE)) == pytest.approx(float(js_divergence(SURE, HALF)), abs=1e-5)
    assert float(js_divergence(SURE, 1.0 - SURE)) == pytest.approx(math.log(2.0), abs=1e-4)


@pytest.mark.parametrize("name", sorted(DIVERGENCES))
def test_gradient_is_finite_where_a_share_is_nothing(name):
    predicted = SURE.clone().requires_grad_()
    DIVERGENCES[name](predicted, HALF).backward()
    assert torch.isfinite(predicted.grad).all()


@pytest.mark.parametrize("name", sorted(DIVERGENCES))
def test_divergence_of_equals_is_nothing(name):
    assert float(DIVERGENCES[name](HALF, HALF)) == pytest.approx(0.0, abs=1e-6)


def test_perfect_prediction_leaves_a_finite_gradient():
    predicted = torch.eye(10)[[3]].requires_grad_()
    emd_loss(predicted, torch.eye(10)[[3]]).backward()
    assert torch.isfinite(predicted.grad).all()
