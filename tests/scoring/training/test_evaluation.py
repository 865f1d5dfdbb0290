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
    assert (results["overall"]["photos"], results["overall"]["scenes"]) == (40, 20)
