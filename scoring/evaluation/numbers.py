"""The numbers of an evaluation: how each is measured, its value, and the interval it is known to."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from scoring.evaluation.opinions import CUT, Floats, Ints, Opinions, Predictions, sd_of
from scoring.metrics.bootstrap import bootstrap_intervals
from scoring.metrics.correlation import plcc_of, srcc_of
from scoring.metrics.emd import emd
from scoring.metrics.kendall import krcc_of
from scoring.metrics.measure import Measure, at_once, mean_of

Name = TypeVar("Name", bound=Hashable)

NAMES = ("srcc", "plcc", "krcc", "rmse", "sd_srcc", "sd_plcc", "emd_r1", "emd_r2", "accuracy")


@dataclass(frozen=True, slots=True)
class Number:
    """A measured value with its 95 % interval; no interval where all photos are one scene."""

    value: float
    low: float | None
    high: float | None


Numbers = Mapping[str, Number | None]
"""By name of `NAMES`; None where the number does not exist."""


@dataclass(frozen=True, slots=True)
class SliceNumbers:
    """One slice: what it is made of, and the numbers of everyone who predicted."""

    photos: int
    scenes: int
    larger_class_share: float
    """What always naming the larger of the two classes would score as accuracy."""
    by_predictor: Mapping[str, Numbers]


def measured_slice(predictors: Mapping[str, Predictions], opinions: Opinions) -> SliceNumbers:
    """All numbers of all `predictors`, resampled alike, so that they may be compared."""
    above = float(np.mean(opinions.mean > CUT))
    return SliceNumbers(
        len(opinions.mean),
        len(np.unique(opinions.scene)),
        max(above, 1.0 - above),
        # One after the other: what tau-b prepares for a quarter of a million photos takes 100 MB.
        {who: measured(predictions, opinions) for who, predictions in predictors.items()},
    )


def measured(predictions: Predictions, opinions: Opinions) -> Numbers:
    """All numbers of one predictor."""
    known = numbers_of(measures_of(predictions, opinions), opinions.scene)
    return {name: known.get(name) for name in NAMES}


def numbers_of(measures: Mapping[Name, Measure], scene: Ints) -> dict[Name, Number]:
    """The value of each measure, and its interval over whole scenes (N,)."""
    several = len(np.unique(scene)) > 1
    intervals = bootstrap_intervals(measures, scene) if several and measures else {}
    return {
        name: Number(at_once(measure, len(scene)), *intervals.get(name, (None, None)))
        for name, measure in measures.items()
    }


def measures_of(predictions: Predictions, opinions: Opinions) -> dict[str, Measure]:
    """Those of `NAMES` that exist: a constant correlates with nothing, and a spread that nobody counted is no truth."""
    found: dict[str, Measure] = {}
    if vary(predictions.order, opinions.mean):
        found["srcc"] = srcc_of(predictions.order, opinions.mean)
        found["plcc"] = plcc_of(predictions.order, opinions.mean)
        found["krcc"] = krcc_of(predictions.order, opinions.mean)
    if predictions.mean is not None:
        found["rmse"] = rmse_of(predictions.mean, opinions.mean)
        found["accuracy"] = mean_of(np.asarray((predictions.mean > CUT) == (opinions.mean > CUT), np.float64))
    if predictions.distribution is not None:
        found["emd_r1"] = mean_of(emd(predictions.distribution, opinions.distribution, r=1.0))
        found["emd_r2"] = mean_of(emd(predictions.distribution, opinions.distribution, r=2.0))
        found |= spread_measures(predictions.distribution, opinions)
    return found


def spread_measures(distribution: Floats, opinions: Opinions) -> dict[str, Measure]:
    """Correlations of the standard deviations, where people's votes are known."""
    predicted, seen = sd_of(distribution), sd_of(opinions.distribution)
    if not opinions.voted or not vary(predicted, seen):
        return {}
    return {"sd_srcc": srcc_of(predicted, seen), "sd_plcc": plcc_of(predicted, seen)}


def rmse_of(predicted: Floats, opinion: Floats) -> Measure:
    """The root of the mean squared error of any resampling."""
    squared = mean_of((predicted - opinion) ** 2)
    return lambda counts: np.asarray(np.sqrt(squared(counts)))


def vary(*sides: Floats) -> bool:
    """Whether none of the sides is the same for every photo."""
    return all(np.ptp(side) > 0 for side in sides)
