"""Correlations agree with textbook cases."""

import numpy as np
import pytest

from scoring.metrics.correlation import bootstrap_interval, krcc, plcc, srcc


def test_all_three_are_one_for_the_same_order_and_minus_one_for_the_reverse():
    x = np.array([1.0, 2.0, 3.0, 4.0])
    for measure in (plcc, srcc, krcc):
        assert measure(x, 2 * x + 1) == pytest.approx(1.0)
        assert measure(x, -x) == pytest.approx(-1.0)


def test_srcc_ignores_a_monotone_bend_that_plcc_sees():
    x = np.linspace(0.1, 3, 30)
    assert srcc(x, np.exp(x)) == pytest.approx(1.0)
    assert plcc(x, np.exp(x)) < 0.97


def test_ties_share_their_mean_rank():
    # By hand: ranks 1.5 1.5 3 against 1 2 3 give 1.5 / sqrt(1.5 * 2).
    assert srcc(np.array([5.0, 5.0, 9.0]), np.array([1.0, 2.0, 3.0])) == pytest.approx(1.5 / np.sqrt(3.0))
    # Tau-b by hand: two concordant pairs of three, one tied on one side: 2 / sqrt(2 * 3).
    assert krcc(np.array([5.0, 5.0, 9.0]), np.array([1.0, 2.0, 3.0])) == pytest.approx(2 / np.sqrt(6.0))


def test_constant_prediction_correlates_with_nothing():
    assert srcc(np.ones(5), np.arange(5.0)) == 0.0


def test_bootstrap_interval_holds_the_measure_and_narrows_with_more_photos():
    generator = np.random.default_rng(1)
    opinion = generator.normal(size=800)
    predicted = opinion + generator.normal(size=800)
    low, high = bootstrap_interval(srcc, predicted, opinion, np.arange(800), draws=200)
    assert low < srcc(predicted, opinion) < high
    few_low, few_high = bootstrap_interval(srcc, predicted[:80], opinion[:80], np.arange(80), draws=200)
    assert few_high - few_low > high - low


def test_bootstrap_interval_is_wider_when_whole_scenes_are_resampled():
    generator = np.random.default_rng(2)
    scene = np.repeat(np.arange(20), 20)
    # Within a scene the prediction is off by the same amount, so 400 photos hold only 20 opinions' worth of news.
    opinion = generator.normal(size=20)[scene]
    predicted = opinion + generator.normal(size=20)[scene]
    low, high = bootstrap_interval(srcc, predicted, opinion, np.arange(400), draws=200)
    grouped_low, grouped_high = bootstrap_interval(srcc, predicted, opinion, scene, draws=200)
    assert grouped_high - grouped_low > 2 * (high - low)
