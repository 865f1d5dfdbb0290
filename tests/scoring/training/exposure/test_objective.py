"""What the exposure map's losses promise."""

import pytest
import torch

from scoring.training.exposure.objective import map_loss, step_loss

TRUTH = torch.tensor([-2.0, 1.0]).reshape(2, 1, 1).expand(2, 3, 4)


def test_map_loss_is_least_where_the_scale_is_the_error():
    losses = [float(map_loss(TRUTH + 0.5, torch.full_like(TRUTH, scale), TRUTH)) for scale in (0.25, 0.5, 1.0)]
    assert losses[1] == min(losses)


def test_map_loss_grows_with_the_error():
    scale = torch.ones_like(TRUTH)
    assert float(map_loss(TRUTH, scale, TRUTH)) < float(map_loss(TRUTH + 1.0, scale, TRUTH))


def test_step_loss_forgives_what_both_exposures_share():
    assert float(step_loss(TRUTH + 0.7, TRUTH)) == pytest.approx(0.0, abs=1e-6)


def test_step_loss_is_the_error_of_the_step():
    assert float(step_loss(TRUTH * 0.5, TRUTH)) == pytest.approx(1.5)
