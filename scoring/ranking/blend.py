"""One number from many factors, each counting as far as it is sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from scoring.assessment import Assessment
from scoring.ranking.problems import problem_word
from scoring.ranking.profile import Profile
from scoring.rating_distribution import BUCKETS, Quality
from weights.registry import entries


@dataclass(frozen=True, slots=True)
class Score:
    """`value` in [0, 100]; `percentile` in [0, 1] or None; `weakest` names the lowest factor that is sure enough to tell."""

    value: float
    percentile: float | None
    weakest: str | None


def blend(quality: Quality, assessments: Mapping[str, Assessment], profile: Profile) -> Score:
    """Mean of the factors' values, each with the profile's share times its confidence; the rating counts in full."""
    total = profile.blend["quality"]
    value = total * rating_as_value(quality.mean)
    for name, assessment in assessments.items():
        share = profile.blend.get(name, 0.0) * assessment.confidence
        total += share
        value += share * assessment.value
    return Score(100.0 * value / total, percentile_of(quality), weakest_factor(assessments, profile))


def rating_as_value(mean: float) -> float:
    """Mean rating 1..10 -> [0, 1]."""
    return (mean - BUCKETS[0]) / (BUCKETS[-1] - BUCKETS[0])


def percentile_of(quality: Quality) -> float | None:
    """Share of the photos that these weights were validated on with a lower mean rating; None where that is not known."""
    entry = entries().get(quality.weights)
    if entry is None or not entry.percentiles:
        return None
    return bisect_left(entry.percentiles, quality.mean) / len(entry.percentiles)


def weakest_factor(assessments: Mapping[str, Assessment], profile: Profile) -> str | None:
    """The factor that falls farthest short of a photo without fault, among those with a problem, else those sure enough."""
    sure = [name for name, said in assessments.items() if said.confidence >= profile.problem_confidence_from]
    faulty = [name for name in sure if problem_word(name, assessments[name], profile)]
    candidates = faulty or sure
    if not candidates:
        return None
    return min(candidates, key=lambda name: assessments[name].value / profile.faultless.get(name, 1.0))
