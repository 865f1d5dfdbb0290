"""Every number by hand, and none where it would mean nothing."""

import numpy as np
import pytest

from scoring.evaluation.numbers import NAMES, measured_slice, numbers_of
from scoring.evaluation.opinions import Opinions, Predictions, from_distributions
from scoring.metrics.measure import mean_of

SURE = np.eye(10)
"""Everybody gives 1, everybody gives 2 …"""


def opinions(distribution, *, voted=True, scene=None):
    mean = distribution @ np.arange(1.0, 11.0)
    return Opinions(mean, distribution, voted, np.arange(len(mean)) if scene is None else scene)


def numbers(predictions, people):
    return measured_slice({"it": predictions}, people).by_predictor["it"]


def test_numbers_by_hand():
    people = opinions(SURE[[1, 3, 6, 8]])
    # Predicted 3, 4, 5, 9 where people say 2, 4, 7, 9.
    found = numbers(from_distributions(SURE[[2, 3, 4, 8]]), people)
    assert found["srcc"].value == pytest.approx(1.0)
    assert found["krcc"].value == pytest.approx(1.0)
    assert found["rmse"].value == pytest.approx(np.sqrt((1 + 0 + 4 + 0) / 4))
    # 5 is not above the cut and 7 is: three of four on the right side.
    assert found["accuracy"].value == pytest.approx(0.75)
    # One step moved is a tenth of the buckets with a gap of one, two steps two tenths.
    assert found["emd_r1"].value == pytest.approx((0.1 + 0 + 0.2 + 0) / 4)
    assert found["emd_r2"].value == pytest.approx((np.sqrt(0.1) + 0 + np.sqrt(0.2) + 0) / 4)
    # x less its mean -2.25 -1.25 -.25 3.75, y less its mean -3.5 -1.5 1.5 3.5.
    assert found["plcc"].value == pytest.approx(22.5 / np.sqrt(20.75 * 29.0))


def test_sd_by_hand_where_people_voted():
    wide, narrow = (SURE[2] + SURE[6]) / 2, (SURE[4] + SURE[5]) / 2
    people = opinions(np.stack([wide, narrow, SURE[4]]))
    agreeing = numbers(from_distributions(np.stack([wide, narrow, SURE[7]])), people)
    assert agreeing["sd_srcc"].value == pytest.approx(1.0)
    assert agreeing["sd_plcc"].value == pytest.approx(1.0)
    reversed_ = numbers(from_distributions(np.stack([SURE[7], narrow, wide])), people)
    assert reversed_["sd_srcc"].value == pytest.approx(-1.0)


def test_sd_is_not_compared_with_a_spread_that_nobody_counted():
    wide = (SURE[2] + SURE[6]) / 2
    people = opinions(np.stack([wide, SURE[3]]), voted=False)
    found = numbers(from_distributions(np.stack([wide, SURE[3]])), people)
    assert found["sd_srcc"] is None
    assert found["sd_plcc"] is None
    assert found["emd_r2"].value == pytest.approx(0.0)


def test_a_constant_correlates_with_nothing_but_has_an_error():
    people = opinions(SURE[[1, 3, 6, 8]])
    found = numbers(from_distributions(SURE[[5, 5, 5, 5]]), people)
    assert [found[name] for name in ("srcc", "plcc", "krcc")] == [None, None, None]
    assert found["rmse"].value == pytest.approx(np.sqrt((16 + 4 + 1 + 9) / 4))


def test_an_order_without_a_scale_has_correlations_only():
    found = numbers(Predictions(np.array([4.0, 3.0, 2.0, 1.0]), None, None), opinions(SURE[[1, 3, 6, 8]]))
    assert list(found) == list(NAMES)
    assert {name for name, number in found.items() if number} == {"srcc", "plcc", "krcc"}
    assert found["srcc"].value == pytest.approx(-1.0)


def test_the_larger_class_is_told_beside_the_accuracy():
    assert measured_slice({}, opinions(SURE[[1, 2, 3, 8]])).larger_class_share == pytest.approx(0.75)
    assert measured_slice({}, opinions(SURE[[4, 7, 7, 8, 9]])).larger_class_share == pytest.approx(0.8)


def test_intervals_hold_their_values_and_are_resampled_by_scene():
    generator = np.random.default_rng(0)
    mean = generator.integers(0, 10, 40)
    predicted = from_distributions(SURE[np.clip(mean + generator.integers(-2, 3, 40), 0, 9)])
    alone, paired = (
        numbers(predicted, opinions(SURE[mean], scene=scene))["rmse"] for scene in (np.arange(40), np.arange(40) // 20)
    )
    assert alone.low < alone.value < alone.high
    assert paired.value == alone.value
    assert (paired.low, paired.high) != (alone.low, alone.high)


def test_one_scene_has_values_without_an_interval():
    number = numbers_of({"mean": mean_of(np.array([1.0, 3.0]))}, np.array([7, 7]))["mean"]
    assert (number.value, number.low, number.high) == (2.0, None, None)
