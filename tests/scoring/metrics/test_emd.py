"""The earth mover's distance knows that ratings are ordered."""

import numpy as np
import pytest

from scoring.metrics.emd import emd


def one_hot(bucket):
    return np.eye(10)[None, bucket - 1]


def test_emd_zero_for_equal_distributions():
    dist = np.full((3, 10), 0.1)
    assert emd(dist, dist).tolist() == [0, 0, 0]


def test_emd_grows_with_the_distance_that_opinion_must_move():
    distances = [emd(one_hot(3), one_hot(bucket))[0] for bucket in (4, 5, 8)]
    assert distances == sorted(distances)
    # One bucket apart: one of ten CDF values differs by 1, so sqrt(1 / 10).
    assert distances[0] == pytest.approx(np.sqrt(0.1))


def test_emd_with_r_one_is_the_mean_gap():
    assert emd(one_hot(1), one_hot(10), r=1)[0] == pytest.approx(0.9)
