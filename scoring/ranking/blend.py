"""One number from many factors, each counting as far as it is sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field

from scoring.assessment import Assessment
from scoring.ramp import ramp
from scoring.ranking.problems import problem_word
from scoring.ranking.profile import Profile, load_profile
from scoring.rating_distribution import BUCKETS, Quality
from weights.registry import entries

FAULT, FAULT_EMPHASIS = (0.3, 0.0), 2.0
"""A fault weighs more than what is right: a factor below 0.3 counts more, up to three times at 0. Without it a flower three
stops over kept 75 of its 85 points, and four stars; people's order of 300 photos with natural faults (BIQ2021, ss01) is then
met by .87, not .89."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one factor gives to the score: `points` of the `most` that it could give this photo, both in [0, 100]."""

    points: float
    most: float


@dataclass(frozen=True, slots=True)
class Score:
    """`value` in [0, 100]; `percentile` in [0, 1] or None; `weakest` names the lowest factor that is sure enough to tell.

    `shares`: by factor, `quality` first; their points add up to `value`, their most to 100. `profile`: what it was blended by.
    """

    value: float
    percentile: float | None
    weakest: str | None
    shares: Mapping[str, Share] = field(default_factory=dict)
    profile: Profile = field(default_factory=load_profile)


def blend(quality: Quality, assessments: Mapping[str, Assessment], profile: Profile) -> Score:
    """Mean of the factors' values, each with the profile's share times its confidence, faults with more; the rating in full.

    Where a profile leaves the rating out and no factor is sure of anything, the score is a neutral 50.
    """
    shares = shares_of(quality, assessments, profile)
    value = sum(share.points for share in shares.values()) if shares else 50.0
    return Score(value, percentile_of(quality), weakest_factor(assessments, profile), shares, profile)


def shares_of(quality: Quality, assessments: Mapping[str, Assessment], profile: Profile) -> dict[str, Share]:
    """By factor, what it gives to the score and what it could; factors that count nothing are left out."""
    counted = {"quality": (profile.blend["quality"], rating_as_value(quality.mean))}
    for name, said in assessments.items():
        weight = profile.blend.get(name, 0.0) * said.confidence * (1.0 + FAULT_EMPHASIS * ramp(said.value, FAULT))
        counted[name] = (weight, said.value)
    total = sum(weight for weight, _ in counted.values())
    return {
        name: Share(100.0 * weight * value / total, 100.0 * weight / total)
        for name, (weight, value) in counted.items()
        if weight > 0.0
    }


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
