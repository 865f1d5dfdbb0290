"""Ridge regression in which every block has its say."""

import pytest
import torch

from scoring.training.balanced_ridge import balanced_scale, dual_solution, ridge_solution, standardisation


def test_ridge_solution_equals_the_normal_equations():
    torch.manual_seed(0)
    features, target = torch.randn(30, 5), torch.randn(30)
    expected = torch.linalg.solve(features.T @ features + 2.0 * torch.eye(5), features.T @ target)
    assert ridge_solution(features, target, 2.0) == pytest.approx(expected, abs=1e-5)


def test_dual_solution_leaves_the_kernel_as_it_was():
    kernel = torch.eye(3, dtype=torch.float64)
    assert dual_solution(kernel, torch.ones(3, dtype=torch.float64), 1.0).tolist() == [0.5, 0.5, 0.5]
    assert torch.equal(kernel, torch.eye(3, dtype=torch.float64))


def test_wider_block_has_smaller_features_but_more_say_in_all():
    scale = balanced_scale([4, 64])
    assert len(scale) == 2 * (4 + 64)
    narrow, wide = scale[:8].square().sum(), scale[8:].square().sum()
    assert scale[0] > scale[-1]
    assert float(wide / narrow) == pytest.approx(16**0.5, rel=1e-5)


def test_feature_that_never_changes_is_divided_by_one():
    mean, sd = standardisation(torch.tensor([[1.0, 4.0], [3.0, 4.0]]))
    assert mean.tolist() == [2.0, 4.0]
    assert float(sd[1]) == 1.0
