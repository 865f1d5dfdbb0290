"""An evaluation tells the network and the baselines apart, overall and in each part."""

import numpy as np
import pytest

from scoring.evaluation.baselines import Looks, OtherSide
from scoring.evaluation.evaluation import evaluate
from scoring.evaluation.opinions import Opinions, usual_distributions

MEAN = np.concatenate([np.linspace(2.0, 5.0, 20), np.linspace(5.0, 9.0, 20), [5.0]])
PEOPLE = Opinions(MEAN, usual_distributions(MEAN), True, np.arange(41))
LOOKS = Looks(np.linspace(1e5, 2e5, 41), np.full(41, 0.5))
OTHER = OtherSide(MEAN, ("low",) * 20 + ("high",) * 21, np.arange(41), LOOKS)


def test_everyone_is_measured_overall_and_in_each_part_that_is_large_enough():
    subset = ("low",) * 20 + ("high",) * 20 + ("odd",)
    found = evaluate(PEOPLE, subset, usual_distributions(MEAN), LOOKS, OTHER)
    assert list(found.slices) == ["overall", "high", "low"]
    assert found.subsets_left_out == ("odd",)
    assert (found.slices["overall"].photos, found.slices["low"].photos) == (41, 20)
    everyone = ["network", "predict_the_mean", "subset_mean", "file_size", "sharpness_only"]
    assert all(list(part.by_predictor) == everyone for part in found.slices.values())
    assert found.slices["overall"].by_predictor["network"]["srcc"].value == pytest.approx(1.0)
    assert found.slices["low"].by_predictor["subset_mean"]["srcc"] is None
    assert found.slices["low"].by_predictor["subset_mean"]["rmse"].value < 2.0
    assert found.predicted == pytest.approx(MEAN, abs=1e-6)


def test_a_set_of_one_part_is_told_once():
    found = evaluate(PEOPLE, ("koniq10k",) * 41, usual_distributions(MEAN), LOOKS, None)
    assert list(found.slices) == ["overall"]
    assert found.subsets_left_out == ()
