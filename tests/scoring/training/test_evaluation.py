"""Agreement is told overall and within each subset."""

import numpy as np
import pytest

from scoring.training.evaluation import agreement


def test_agreement_is_told_for_each_subset_with_its_counts():
    opinion = np.concatenate([np.arange(20.0), np.arange(20.0)])
    predicted = np.concatenate([np.arange(20.0), -np.arange(20.0)])
    results = agreement(predicted, opinion, np.arange(40) // 2, ["good"] * 20 + ["bad"] * 20)
    assert list(results) == ["overall", "bad", "good"]
    assert results["good"]["srcc"] == pytest.approx(1.0)
    assert results["bad"]["srcc"] == pytest.approx(-1.0)
    assert results["good"]["rmse"] == 0.0
    assert results["bad"]["rmse"] == pytest.approx(2.0 * np.sqrt(np.mean(np.arange(20.0) ** 2)), abs=1e-3)
    low, high = results["overall"]["rmse_interval"]
    assert low < results["overall"]["rmse"] < high
    assert (results["overall"]["photos"], results["overall"]["scenes"]) == (40, 20)


def test_one_scene_says_nothing_of_others():
    result = agreement(np.arange(5.0), np.arange(5.0), np.zeros(5, np.int64), ["a"] * 5)["overall"]
    assert (result["srcc_interval"], result["rmse_interval"]) == ([-1.0, 1.0], [0.0, 9.0])
