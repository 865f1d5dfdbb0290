"""The prior keeps the mean that was measured and spreads as AVA's voters did."""

import numpy as np
import pytest

from scoring.training.rating_prior import BUCKETS, flattest_distribution, usual_distribution
from scoring.usual_opinions import usual_spread


@pytest.mark.parametrize("mean", [1.05, 1.5, 3.0, 5.5, 7.25, 9.3, 9.95])
def test_usual_distribution_has_the_mean_and_spread_asked_for(mean):
    dist = usual_distribution(mean)
    assert dist.sum() == pytest.approx(1.0)
    assert (dist > 0).all()
    assert dist @ BUCKETS == pytest.approx(mean, abs=1e-6)
    assert np.sqrt(dist @ BUCKETS**2 - mean**2) == pytest.approx(usual_spread(mean), abs=1e-6)


@pytest.mark.parametrize(("mean", "sd"), [(5.5, 1.0), (5.5, 2.5), (3.2, 1.7), (8.0, 0.6)])
def test_flattest_distribution_has_the_mean_and_spread_asked_for(mean, sd):
    distribution = flattest_distribution(mean, sd)
    found = distribution @ BUCKETS
    assert found == pytest.approx(mean, abs=1e-4)
    assert np.sqrt(distribution @ (BUCKETS - found) ** 2) == pytest.approx(sd, abs=1e-3)


@pytest.mark.parametrize(("mean", "sd"), [(5.5, 0.0), (1.0, 2.0), (10.0, 0.1), (5.0, 9.0)])
def test_spread_that_no_ten_buckets_can_have_comes_as_near_as_it_can(mean, sd):
    distribution = flattest_distribution(mean, sd)
    assert distribution.sum() == pytest.approx(1.0)
    assert (distribution >= 0.0).all()
    assert distribution @ BUCKETS == pytest.approx(mean, abs=0.05)
