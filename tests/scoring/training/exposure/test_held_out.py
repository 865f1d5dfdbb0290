"""What is reported of a network: brackets of photos it never saw, read in three ways under two kinds of curve."""

import numpy as np
import pytest
import torch

from scoring.models.exposure_map import ExposureMap
from scoring.training.exposure.held_out import held_out_results
from weights.entry import Preprocessing

WANTED = Preprocessing("area", 64, 256, 16, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
PICTURES = np.random.default_rng(0).integers(60, 180, (3, 48, 48, 3), dtype=np.uint8)
ROWS = np.array([0, 2])


def constant_network(ev):
    """A network that reads `ev` in every place of every picture."""
    network = ExposureMap()
    with torch.no_grad():
        network.head.bias.copy_(torch.tensor([ev, 0.0]))
        network.whole.bias.zero_()
    return network


@pytest.fixture(scope="module")
def results():
    return held_out_results(constant_network(1.0), PICTURES, ROWS, WANTED, seed=0)


def test_every_method_is_measured_under_every_kind_of_curve(results):
    methods = {f"{curves}.{method}" for curves in ("plain", "camera") for method in ("network", "mid_tones", "fused")}
    assert set(results) == methods
    assert {measures["photos"] for measures in results.values()} == {2}


def test_network_that_sees_no_steps_is_told_so(results):
    for curves in ("plain", "camera"):
        measured = results[f"{curves}.network"]
        assert (measured["slope"], measured["sign"], measured["monotone"]) == (0.0, 0.0, 0.0)


def test_constant_reading_errs_by_its_distance_from_each_step(results):
    # Of the nine steps -3 .. +3 EV, a reading of +1 EV is off by 4, 3, 2, 1.5, 1, 0.5, 0, 1 and 2.
    assert results["plain.network"]["mae_ev"] == pytest.approx(15 / 9, abs=1e-3)


def test_mid_tones_follow_the_steps_by_themselves(results):
    assert results["plain.mid_tones"]["sign"] == 1.0
    assert results["plain.mid_tones"]["slope"] > 0.6


def test_same_seed_measures_the_same(results):
    assert held_out_results(constant_network(1.0), PICTURES, ROWS, WANTED, seed=0) == results
