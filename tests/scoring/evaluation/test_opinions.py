"""Opinions know whether anybody counted them, and predictions of a mean get the usual spread."""

from pathlib import Path

import numpy as np
import pytest

from scoring.evaluation.opinions import from_distributions, from_means, opinions_of, sd_of, usual_distributions
from scoring.training.datasets.opinions import HOW_FROM_MEANS, HOW_FROM_TEN
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.rating_prior import BUCKETS, usual_distribution


def photos(mos, how):
    distribution = np.tile(np.eye(10)[4], (len(mos), 1))
    return RatedPhotos(
        tuple(Path(f"{i}.jpg") for i in range(len(mos))), np.array(mos), ("a",) * len(mos), distribution, how
    )


@pytest.mark.parametrize(("how", "voted"), [(HOW_FROM_MEANS, False), (HOW_FROM_TEN, True)])
def test_a_spread_made_up_around_means_was_not_voted(how, voted):
    assert opinions_of(photos([5.0], how), np.array([0])).voted is voted


def test_a_mean_of_five_made_of_votes_is_not_above_five():
    # What adding up ten shares leaves of a 5.
    opinions = opinions_of(photos([5.000000000000001, 4.999999999999999], HOW_FROM_TEN), np.arange(2))
    assert opinions.mean.tolist() == [5.0, 5.0]


def test_distributions_of_half_precision_are_brought_to_sum_to_one():
    predictions = from_distributions(np.full((2, 10), 0.0999, np.float32))
    assert predictions.distribution.sum(axis=1) == pytest.approx(np.ones(2), abs=1e-12)
    assert predictions.mean == pytest.approx([5.5, 5.5])


def test_usual_distributions_are_those_of_the_search_and_keep_the_mean():
    means = np.array([1.5, 4.236, 5.0, 7.777, 9.9])
    found = usual_distributions(means)
    assert found @ BUCKETS == pytest.approx(means, abs=1e-6)
    for mean, distribution in zip(means, found, strict=True):
        assert distribution == pytest.approx(usual_distribution(mean), abs=1e-4)


def test_sd_by_hand():
    # Half 4, half 6: one point from 5 everywhere. All 10: none.
    distribution = (np.eye(10)[3] + np.eye(10)[5]) / 2
    assert sd_of(np.stack([distribution, np.eye(10)[9]])) == pytest.approx([1.0, 0.0])


def test_predictions_and_opinions_can_be_narrowed_to_some_photos():
    predictions = from_means(np.array([3.0, 1.0, 2.0]), np.array([4.0, 5.0, 6.0]))
    chosen = np.array([True, False, True])
    assert predictions.among(chosen).order.tolist() == [3.0, 2.0]
    assert predictions.among(chosen).mean.tolist() == [4.0, 6.0]
    assert predictions.among(chosen).distribution.shape == (2, 10)
