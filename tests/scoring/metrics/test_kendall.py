"""Kendall's tau-b agrees with counting every pair."""

import numpy as np
import pytest

from scoring.metrics.kendall import krcc, krcc_of


def pair_by_pair(x, y):
    """Tau-b as its definition has it (Kendall 1945): concordant less discordant, over the pairs untied on either side."""
    concord = x_differs = y_differs = 0
    for i in range(len(x)):
        for j in range(i):
            x_sign, y_sign = np.sign(x[i] - x[j]), np.sign(y[i] - y[j])
            concord += x_sign * y_sign
            x_differs += x_sign != 0
            y_differs += y_sign != 0
    return concord / np.sqrt(x_differs * y_differs)


def test_krcc_by_hand():
    x = np.array([1.0, 2.0, 3.0, 4.0])
    assert krcc(x, 2 * x + 1) == pytest.approx(1.0)
    assert krcc(x, -x) == pytest.approx(-1.0)
    # One of six pairs is the wrong way round: (5 - 1) / 6.
    assert krcc(x, np.array([1.0, 3.0, 2.0, 4.0])) == pytest.approx(4 / 6)
    # Two concordant pairs of three, one tied on one side: 2 / sqrt(2 * 3).
    assert krcc(np.array([5.0, 5.0, 9.0]), np.array([1.0, 2.0, 3.0])) == pytest.approx(2 / np.sqrt(6.0))


@pytest.mark.parametrize("photos", [2, 3, 17, 64, 101])
def test_krcc_is_what_counting_every_pair_gives(photos):
    generator = np.random.default_rng(photos)
    x = np.append(generator.integers(0, 9, photos - 1), 9).astype(float)
    y = np.append(generator.integers(0, 9, photos - 1), 9).astype(float) + x
    assert krcc(x, y) == pytest.approx(pair_by_pair(x, y))


def test_a_resampling_counts_like_photos_written_out():
    generator = np.random.default_rng(4)
    x = generator.integers(0, 8, 25).astype(float)
    y = x - generator.integers(0, 12, 25)
    counts = generator.integers(0, 4, (5, 25))
    written_out = [pair_by_pair(np.repeat(x, row), np.repeat(y, row)) for row in counts]
    assert krcc_of(x, y)(counts.astype(float)) == pytest.approx(written_out)


def test_constant_prediction_correlates_with_nothing():
    assert krcc(np.ones(5), np.arange(5.0)) == 0.0


def test_krcc_of_many_photos_needs_no_table_of_pairs():
    # A table of all pairs of 60,000 photos would be 29 GB.
    x = np.random.default_rng(5).normal(size=60_000)
    assert krcc(x, np.exp(x)) == pytest.approx(1.0)
