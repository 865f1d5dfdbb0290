"""Bootstrap intervals hold the measure, and know that photos of one scene are not independent."""

import numpy as np
import pytest

from scoring.metrics.bootstrap import bootstrap_intervals
from scoring.metrics.correlation import srcc, srcc_of
from scoring.metrics.measure import mean_of


def interval(measure, groups):
    return bootstrap_intervals({"it": measure}, groups, draws=200)["it"]


def test_interval_holds_the_measure_and_narrows_with_more_photos():
    generator = np.random.default_rng(1)
    opinion = generator.normal(size=800)
    predicted = opinion + generator.normal(size=800)
    low, high = interval(srcc_of(predicted, opinion), np.arange(800))
    assert low < srcc(predicted, opinion) < high
    few_low, few_high = interval(srcc_of(predicted[:80], opinion[:80]), np.arange(80))
    assert few_high - few_low > high - low


def test_interval_of_a_mean_is_as_wide_as_statistics_say():
    values = np.random.default_rng(6).normal(size=400)
    low, high = bootstrap_intervals({"mean": mean_of(values)}, np.arange(400))["mean"]
    # 2 * 1.96 standard errors of the mean; a thousand draws find it to within a few per cent.
    assert high - low == pytest.approx(2 * 1.96 * values.std() / 20, rel=0.1)


def test_interval_is_wider_when_whole_scenes_are_resampled():
    generator = np.random.default_rng(2)
    scene = np.repeat(np.arange(20), 20)
    # Within a scene the prediction is off by the same amount, so 400 photos hold only 20 opinions' worth of news.
    opinion = generator.normal(size=20)[scene]
    measure = srcc_of(opinion + generator.normal(size=20)[scene], opinion)
    low, high = interval(measure, np.arange(400))
    grouped_low, grouped_high = interval(measure, scene)
    assert grouped_high - grouped_low > 2 * (high - low)


def test_intervals_are_the_same_on_every_run_and_for_any_numbering_of_scenes():
    values = np.random.default_rng(7).normal(size=50)
    scene = np.arange(50) // 2
    assert interval(mean_of(values), scene) == interval(mean_of(values), scene * 10 + 3)


def test_one_scene_gives_no_interval():
    with pytest.raises(ValueError, match="one scene"):
        interval(mean_of(np.arange(5.0)), np.zeros(5, np.int64))
