"""How much each loss counts."""

import math

import pytest

from scoring.training.loss_balance import LossBalance
from scoring.training.recipe_tables import Losses

THREE = {"activation": 0.5, "reconstruction": 1.0}


def test_loss_without_a_weight_does_not_count():
    assert LossBalance(Losses()).weights() == {"emd": 1.0}


def test_fixed_weights_stay():
    balance = LossBalance(Losses(**THREE))
    balance.after_epoch({"emd": 1.0, "activation": 1.0, "reconstruction": 1.0})
    balance.after_epoch({"emd": 0.1, "activation": 1.0, "reconstruction": 1.0})
    assert balance.weights() == {"emd": 1.0, **THREE}


def test_dynamic_weights_are_the_fixed_ones_for_two_epochs():
    balance = LossBalance(Losses(**THREE, balance="dynamic"))
    balance.after_epoch({"emd": 1.0, "activation": 1.0, "reconstruction": 1.0})
    assert balance.weights() == {"emd": 1.0, **THREE}


def test_loss_that_falls_slower_counts_more_as_the_paper_says():
    balance = LossBalance(Losses(activation=1.0, balance="dynamic", temperature=2.0))
    balance.after_epoch({"emd": 1.0, "activation": 1.0})
    balance.after_epoch({"emd": 0.5, "activation": 0.9})
    powers = [math.exp(0.5 / 2.0), math.exp(0.9 / 2.0)]
    expected = [2.0 * power / sum(powers) for power in powers]
    assert list(balance.weights().values()) == pytest.approx(expected)


@pytest.mark.parametrize("temperature", [2.0, 1e-4])
def test_loss_that_vanished_or_a_temperature_near_nought_leaves_the_weights_finite(temperature):
    balance = LossBalance(Losses(activation=1.0, balance="dynamic", temperature=temperature))
    balance.after_epoch({"emd": 1.0, "activation": 0.0})
    balance.after_epoch({"emd": 0.5, "activation": 0.0})
    weights = balance.weights()
    assert weights["activation"] > weights["emd"] >= 0.0
    assert sum(weights.values()) == pytest.approx(2.0)


def test_only_the_last_two_epochs_are_remembered():
    balance = LossBalance(Losses(balance="dynamic"))
    for loss in (3.0, 2.0, 1.0):
        balance.after_epoch({"emd": loss})
    assert balance.history == [{"emd": 2.0}, {"emd": 1.0}]
