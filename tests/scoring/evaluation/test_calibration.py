"""Calibration tells whether what was predicted came true."""

import numpy as np
import pytest

from scoring.evaluation.calibration import calibration, slope_of
from scoring.evaluation.opinions import Opinions, Predictions, from_distributions, usual_distributions


def people(mean):
    return Opinions(mean, usual_distributions(mean), True, np.arange(len(mean)))


MEAN = np.linspace(2.0, 9.0, 200)
TRUE = from_distributions(usual_distributions(MEAN))


def test_predictions_that_come_true_lie_on_the_line():
    found = calibration(TRUE, people(MEAN))
    assert found.bias.value == pytest.approx(0.0, abs=1e-6)
    assert found.slope.value == pytest.approx(1.0, abs=1e-6)
    for one in (*found.mean, *found.high_share, found.high_share_overall, found.above_cut):
        assert one.observed.value == pytest.approx(one.predicted, abs=1e-6)


def test_bins_hold_a_tenth_of_the_photos_each_the_lowest_first():
    found = calibration(TRUE, people(MEAN))
    assert [one.photos for one in found.mean] == [20] * 10
    assert found.mean[0].predicted == pytest.approx(MEAN[:20].mean(), abs=1e-6)
    assert [one.predicted for one in found.high_share] == sorted(one.predicted for one in found.high_share)


def test_predictions_that_flatter_and_spread_too_far_are_found_out():
    found = calibration(TRUE, people(1.0 + 0.5 * MEAN))
    # Predicted 5.5 on average where people say 3.75; half a point for each point predicted.
    assert found.bias.value == pytest.approx(1.75, abs=1e-6)
    assert found.slope.value == pytest.approx(0.5, abs=1e-6)
    assert found.above_cut.predicted > found.above_cut.observed.value
    assert found.high_share_overall.predicted > found.high_share_overall.observed.value


def test_slope_of_a_resampling_is_that_of_the_photos_drawn():
    generator = np.random.default_rng(0)
    noisy = np.clip(MEAN + generator.normal(size=200), 1, 10)
    slope = calibration(TRUE, people(noisy)).slope
    assert slope.value == pytest.approx(np.polyfit(TRUE.mean, noisy, 1)[0], abs=1e-6)
    assert slope.low < slope.value < slope.high


def test_few_photos_get_few_bins_and_a_constant_no_slope():
    constant = from_distributions(usual_distributions(np.full(11, 5.0)))
    found = calibration(constant, people(MEAN[:11]))
    assert [one.photos for one in found.mean] == [6, 5]
    assert found.slope is None


def test_an_order_alone_cannot_be_calibrated():
    with pytest.raises(ValueError, match="distribution"):
        calibration(Predictions(MEAN, None, None), people(MEAN))


def test_slope_of_photos_drawn_unequally_often_is_the_line_through_them():
    random = np.random.default_rng(0)
    predicted = random.uniform(2.0, 9.0, 30)
    opinion = 0.7 * predicted + random.normal(0.0, 1.0, 30)
    counts = random.integers(0, 4, (1, 30)).astype(np.float64)
    rows = np.repeat(np.arange(30), counts[0].astype(int))
    expected = np.polyfit(predicted[rows], opinion[rows], 1)[0]
    assert slope_of(predicted, opinion)(counts)[0] == pytest.approx(expected)
