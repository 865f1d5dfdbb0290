"""A rating distribution is summed up by its moments."""

import numpy as np
import pytest

from scoring.rating_distribution import Quality, TwoClass


def quality(*probabilities):
    return Quality("test.weights", tuple(probabilities))


def test_mean_and_sd_match_numpy_on_an_uneven_distribution():
    dist = np.array([0.0, 0.01, 0.03, 0.10, 0.21, 0.28, 0.22, 0.11, 0.03, 0.01])
    ratings = np.arange(1, 11)
    mean = (dist * ratings).sum()
    assert quality(*dist).mean == pytest.approx(mean)
    assert quality(*dist).sd == pytest.approx(np.sqrt((dist * (ratings - mean) ** 2).sum()))


def test_symmetric_distribution_has_no_skew_and_its_median_is_its_mean():
    q = quality(0, 0, 0, 0.1, 0.4, 0.4, 0.1, 0, 0, 0)
    assert q.skewness == pytest.approx(0.0)
    assert q.median == pytest.approx(q.mean) == pytest.approx(5.5)


def test_tail_towards_low_ratings_gives_negative_skewness():
    assert quality(0.1, 0, 0, 0, 0, 0, 0, 0.3, 0.5, 0.1).skewness < 0


def test_two_camps_have_a_lower_kurtosis_than_agreement_with_outliers():
    camps = quality(0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0.5)
    outliers = quality(0.05, 0, 0, 0, 0.45, 0.45, 0, 0, 0, 0.05)
    assert camps.kurtosis == pytest.approx(-2.0)
    assert outliers.kurtosis > 0


def test_everybody_agreeing_has_no_spread_and_no_shape():
    q = quality(0, 0, 0, 0, 0, 0, 1, 0, 0, 0)
    assert (q.mean, q.sd, q.skewness, q.kurtosis, q.median) == (7, 0, 0, 0, 7)


def test_p_high_counts_ratings_from_six_up():
    assert quality(0, 0, 0, 0, 0.4, 0.3, 0.2, 0.1, 0, 0).p_high == pytest.approx(0.6)


@pytest.mark.parametrize("dist", [(0.1,) * 9, (0.2,) * 10])
def test_distribution_that_is_none_is_refused(dist):
    with pytest.raises(ValueError, match="sum to 1"):
        Quality("test.weights", dist)


@pytest.mark.parametrize(
    ("low", "read"),
    [
        (0.1, TwoClass.ABOVE),
        (0.34, TwoClass.ABOVE),
        (0.5, TwoClass.ON_THE_EDGE),
        (0.66, TwoClass.BELOW),
        (1.0, TwoClass.BELOW),
    ],
)
def test_two_classes_are_told_where_the_majority_is_clear(low, read):
    assert quality(0, 0, 0, 0, low, 1 - low, 0, 0, 0, 0).two_class is read
