"""Correlations agree with textbook cases."""

import numpy as np
import pytest

from scoring.metrics.correlation import mean_ranks, plcc, plcc_of, srcc, srcc_of


def test_both_are_one_for_the_same_order_and_minus_one_for_the_reverse():
    x = np.array([1.0, 2.0, 3.0, 4.0])
    for measure in (plcc, srcc):
        assert measure(x, 2 * x + 1) == pytest.approx(1.0)
        assert measure(x, -x) == pytest.approx(-1.0)


def test_plcc_by_hand():
    # x less its mean -1 0 1, y less its mean -2 1 1: 3 / sqrt(2 * 6).
    assert plcc(np.array([1.0, 2.0, 3.0]), np.array([0.0, 3.0, 3.0])) == pytest.approx(3 / np.sqrt(12.0))


def test_srcc_ignores_a_monotone_bend_that_plcc_sees():
    x = np.linspace(0.1, 3, 30)
    assert srcc(x, np.exp(x)) == pytest.approx(1.0)
    assert plcc(x, np.exp(x)) < 0.97


def test_ties_share_their_mean_rank():
    assert mean_ranks(np.array([5.0, 9.0, 5.0, 1.0])).tolist() == [2.5, 4.0, 2.5, 1.0]
    # By hand: ranks 1.5 1.5 3 against 1 2 3 give 1.5 / sqrt(1.5 * 2).
    assert srcc(np.array([5.0, 5.0, 9.0]), np.array([1.0, 2.0, 3.0])) == pytest.approx(1.5 / np.sqrt(3.0))


def test_constant_prediction_correlates_with_nothing():
    for measure in (plcc, srcc):
        assert measure(np.full(5, 0.1), np.arange(5.0)) == 0.0


@pytest.mark.parametrize(("resampled", "plain"), [(plcc_of, plcc), (srcc_of, srcc)])
def test_a_resampling_counts_like_photos_written_out(resampled, plain):
    generator = np.random.default_rng(3)
    x = generator.integers(0, 8, 30).astype(float)
    y = x + generator.integers(0, 5, 30)
    counts = generator.integers(0, 4, (6, 30))
    written_out = [plain(np.repeat(x, row), np.repeat(y, row)) for row in counts]
    assert resampled(x, y)(counts.astype(float)) == pytest.approx(written_out)


@pytest.mark.parametrize("resampled", [plcc_of, srcc_of])
def test_a_resampling_of_one_value_only_correlates_with_nothing(resampled):
    x = np.array([0.1, 0.7, 0.7, 0.3])
    assert resampled(x, np.arange(4.0))(np.array([[0.0, 3.0, 1.0, 0.0]])).tolist() == [0.0]
