"""The blend: sure factors count, unsure ones do not, and nothing is punished for being unjudgeable."""

import dataclasses

import pytest

from scoring.assessment import Assessment, cannot_judge
from scoring.ranking.blend import blend, percentile_of, weakest_factor
from scoring.ranking.profile import load_profile
from scoring.rating_distribution import Quality
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry

PROFILE = load_profile()


def rated(bucket, weights=DEFAULT_RATING_WEIGHTS):
    return Quality(weights, tuple(1.0 if b == bucket else 0.0 for b in range(1, 11)))


def factor(value, confidence=1.0):
    return Assessment(value, confidence, "level", ("Reason.",))


def test_score_rises_with_the_rating_and_with_each_factor():
    low, high = blend(rated(4), {}, PROFILE).value, blend(rated(7), {}, PROFILE).value
    assert low == pytest.approx(100 * 3 / 9)
    assert high > low
    assert (
        blend(rated(5), {"focus": factor(0.9)}, PROFILE).value > blend(rated(5), {"focus": factor(0.2)}, PROFILE).value
    )


def test_what_cannot_be_judged_leaves_the_score_alone():
    assert blend(rated(5), {"focus": cannot_judge("Too small.")}, PROFILE) == blend(rated(5), {}, PROFILE)


def test_unsure_factor_moves_the_score_less_than_a_sure_one():
    base = blend(rated(8), {}, PROFILE).value
    sure = blend(rated(8), {"focus": factor(0.1, 1.0)}, PROFILE).value
    unsure = blend(rated(8), {"focus": factor(0.1, 0.2)}, PROFILE).value
    assert sure < unsure < base


def test_fault_costs_more_than_the_same_step_among_good_photos():
    high, good, poor, ruined = (
        blend(rated(8), {"exposure": factor(value)}, PROFILE).value for value in (0.9, 0.6, 0.3, 0.0)
    )
    assert high - good == pytest.approx(good - poor, rel=0.01)
    assert poor - ruined > 2.0 * (good - poor)


def test_score_never_rises_as_a_factor_falls_into_a_fault():
    scores = [blend(rated(8), {"exposure": factor(value / 50)}, PROFILE).value for value in range(51)]
    assert scores == sorted(scores)


def test_weakest_is_the_lowest_factor_that_is_sure_enough():
    assert (
        weakest_factor({"focus": factor(0.1, 0.1), "noise": factor(0.5), "exposure": factor(0.8)}, PROFILE) == "noise"
    )
    assert weakest_factor({"focus": cannot_judge("Fog.")}, PROFILE) is None


def test_a_factor_that_found_no_fault_is_not_the_weakest_though_it_never_gives_full_marks():
    faultless = factor(PROFILE.faultless["colour"])
    assert weakest_factor({"colour": faultless, "focus": factor(0.9)}, PROFILE) == "focus"
    assert weakest_factor({"colour": factor(0.3), "focus": factor(0.9)}, PROFILE) == "colour"


def test_a_factor_with_a_problem_is_the_weakest_though_another_is_lower():
    tilted = Assessment(0.64, 0.45, "tilted horizon", ("The horizon tilts.",))
    assert weakest_factor({"exposure": factor(0.6), "composition": tilted}, PROFILE) == "composition"


def test_percentile_grows_with_the_rating_and_is_unknown_for_unknown_weights():
    assert percentile_of(rated(2)) < percentile_of(rated(6)) <= percentile_of(rated(9)) <= 1.0
    assert percentile_of(rated(5, "gone.weights")) is None


def test_percentile_is_unknown_for_weights_that_tell_none(monkeypatch):
    entry = dataclasses.replace(find_entry(DEFAULT_RATING_WEIGHTS), name="net.public", percentiles=())
    monkeypatch.setattr("scoring.ranking.blend.entries", lambda: {"net.public": entry})
    assert percentile_of(rated(5, "net.public")) is None


def test_every_share_of_the_profile_belongs_to_a_factor_that_exists():
    from scoring.registry import ASSESSORS

    assert set(PROFILE.blend) == {"quality", *(assessor.name for assessor in ASSESSORS)}


def test_shares_add_up_to_the_score():
    said = {"focus": factor(0.9, 0.7), "noise": factor(0.2, 0.4), "colour": cannot_judge("Grey.")}
    score = blend(rated(6), said, PROFILE)
    assert sum(share.points for share in score.shares.values()) == pytest.approx(score.value)
    assert sum(share.most for share in score.shares.values()) == pytest.approx(100)
    assert list(score.shares) == ["quality", "focus", "noise"]


def test_a_profile_without_the_rating_and_nothing_judged_scores_in_the_middle():
    factors_only = dataclasses.replace(PROFILE, blend={**PROFILE.blend, "quality": 0.0})
    assert blend(rated(9), {"focus": cannot_judge("Fog.")}, factors_only).value == 50.0
