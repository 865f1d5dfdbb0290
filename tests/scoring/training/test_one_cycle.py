"""Rates rise and fall once, whatever steps and warm-up a recipe asks for."""

import pytest
import torch

from scoring.training.one_cycle import one_cycle


def rates(steps, warm_up_share, highest=1e-3):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], highest)
    cycle = one_cycle(optimizer, [highest], steps, warm_up_share)
    told = []
    for _ in range(steps):
        told.append(cycle.get_last_lr()[0])
        optimizer.step()
        cycle.step() if len(told) < steps else None
    return told


@pytest.mark.parametrize("steps", [2, 3, 4, 10, 20])
@pytest.mark.parametrize("share", [0.01, 0.1, 0.25, 1 / 3, 0.5, 0.99])
def test_every_legal_recipe_has_its_rates(steps, share):
    told = rates(steps, share)
    assert all(0.0 < rate <= 1e-3 + 1e-9 for rate in told)
    assert told[-1] < 1e-6


def test_rates_rise_for_the_warm_up_and_fall_afterwards():
    told = rates(20, 0.25)
    top = told.index(max(told))
    assert 3 <= top <= 5
    assert told[: top + 1] == sorted(told[: top + 1])
    assert told[top:] == sorted(told[top:], reverse=True)
