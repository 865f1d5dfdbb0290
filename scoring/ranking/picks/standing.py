"""Where each frame stands in its group: robust standard scores, factor by factor, and their sum by the profile's shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median

from scoring.ranking.picks.readings import CRISPNESS, FACTORS, Factor, Readings

MAD_TO_SD = 1.4826
"""Median absolute deviation of normal values to their standard deviation (Rousseeuw & Croux 1993)."""
FEW_FRAMES, PRIOR_FRAMES = 3, 4
"""Up to three frames the usual spread stands for the group's own (issue "Groups and picks": shrunk under four); beyond it counts as
much as four frames more would."""
FARTHEST = 3.0
"""No frame counts as farther from the middle of its group: one very bad frame must not make the others all alike."""


def standings(readings: Sequence[Readings], shares: Mapping[str, float]) -> list[float]:
    """Each frame's sum of standard scores, each times the share of its factor; what takes no part in a frame counts as the group's
    median there. Higher is better; only differences mean something."""
    totals = [0.0] * len(readings)
    for name, factor in FACTORS.items():
        for index, score in enumerate(standard_scores(readings, factor)):
            totals[index] += shares.get(name, 0.0) * score
    return totals


def standard_scores(readings: Sequence[Readings], factor: Factor) -> list[float]:
    """Of one factor, within `FARTHEST` of 0."""
    scores = _scores([one.get(factor.name) for one in readings], factor)
    if factor.name != "sharpness":
        return [score or 0.0 for score in scores]
    overall = _scores([one.get(CRISPNESS.name) for one in readings], CRISPNESS)
    nobody = all(score is None for score in scores)
    return [_sharpness(score, crisp or 0.0, nobody) for score, crisp in zip(scores, overall, strict=True)]


def _sharpness(on_subject: float | None, anywhere: float, nobody: bool) -> float:
    """A frame that does not show what the others show may be softer than they are, and is never called sharper."""
    if on_subject is not None:
        return on_subject
    return anywhere if nobody else min(0.0, anywhere)


def _scores(values: Sequence[float | None], factor: Factor) -> list[float | None]:
    told = [value for value in values if value is not None]
    if len(told) < 2:
        return [None if value is None else 0.0 for value in values]
    middle, spread = median(told), spread_of(told, factor)
    return [None if value is None else _within((value - middle) / spread) for value in values]


def spread_of(values: Sequence[float], factor: Factor) -> float:
    """The group's own spread, shrunk to the usual one the fewer frames there are."""
    if factor.is_fact:
        return factor.usual_spread
    middle, own_frames = median(values), max(0, len(values) - FEW_FRAMES)
    own = MAD_TO_SD * median(abs(value - middle) for value in values)
    squares = own_frames * own**2 + PRIOR_FRAMES * factor.usual_spread**2
    return float((squares / (own_frames + PRIOR_FRAMES)) ** 0.5)


def _within(score: float) -> float:
    return max(-FARTHEST, min(FARTHEST, score))
