"""The prior keeps the mean that was measured and spreads as AVA's voters did."""

import numpy as np
import pytest

from scoring.training.rating_prior import BUCKETS, usual_distribution
from scoring.usual_opinions import usual_spread


@pytest.mark.parametrize("mean", [1.05, 1.5, 3.0, 5.5, 7.25, 9.3, 9.95])
def test_usual_distribution_has_the_mean_and_spread_asked_for(mean):
    dist = usual_distribution(mean)
    assert dist.sum() == pytest.approx(1.0)
    assert (dist > 0).all()
    assert dist @ BUCKETS == pytest.approx(mean, abs=1e-6)
    assert np.sqrt(dist @ BUCKETS**2 - mean**2) == pytest.approx(usual_spread(mean), abs=1e-6)
