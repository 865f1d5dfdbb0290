"""Opinions on any scale become ten buckets with their mean kept."""

import numpy as np
import pytest

from scoring.training.datasets.opinions import answers_in_buckets, from_means, from_votes, means_of, stretched
from scoring.training.rating_prior import usual_distribution


def test_means_are_stretched_from_end_to_end():
    assert stretched(np.array([0.0, 50.0, 100.0]), 0.0, 100.0).tolist() == [1.0, 5.5, 10.0]


def test_means_alone_get_the_usual_distribution():
    assert from_means(np.array([4.0, 6.5])).tolist() == [
        usual_distribution(4.0).tolist(),
        usual_distribution(6.5).tolist(),
    ]


def test_ten_answers_stay_as_they_are():
    assert from_votes(np.array([[0, 0, 1, 2, 3, 2, 1, 1, 0, 0.0]])).tolist() == [
        [0, 0, 0.1, 0.2, 0.3, 0.2, 0.1, 0.1, 0, 0]
    ]


def test_each_of_five_answers_is_two_buckets_and_none_is_left_empty():
    assert from_votes(np.array([[0.0, 0, 0, 6, 0]]))[0].tolist() == [0, 0, 0, 0, 0, 0, 0.5, 0.5, 0, 0]
    assert from_votes(np.ones((1, 5)))[0] == pytest.approx(np.full(10, 0.1))


@pytest.mark.parametrize("answers", [2, 5, 7, 9, 10])
def test_votes_keep_their_mean_and_their_sum(answers):
    votes = np.random.default_rng(0).integers(1, 30, (4, answers)).astype(float)
    distribution = from_votes(votes)
    mean_answer = votes @ np.arange(answers) / votes.sum(axis=1)
    assert distribution.sum(axis=1) == pytest.approx(np.ones(4))
    assert means_of(distribution) == pytest.approx((mean_answer + 0.5) * 10 / answers + 0.5)


def test_eleven_answers_reach_both_ends_and_no_farther():
    rows = answers_in_buckets(11)
    assert rows.sum(axis=1) == pytest.approx(np.ones(11))
    assert rows[0, 0] == rows[-1, -1] == 1.0
