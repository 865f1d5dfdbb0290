"""Calibration: whether photos predicted at 7 get a 7 from people, and whether the promised share of high ratings comes true."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scoring.evaluation.numbers import Number, numbers_of, vary
from scoring.evaluation.opinions import CUT, Floats, Ints, Opinions, Predictions
from scoring.metrics.correlation import SCATTER_LEFT
from scoring.metrics.measure import Measure, mean_of
from scoring.rating_distribution import HIGH_RATING

BINS = 10
"""Tenths of the photos, so that every point of the plot stands on as many."""
FEWEST_IN_BIN = 5
"""A mean of fewer says nothing; small sets get fewer bins."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Photos with about the same prediction."""

    photos: int
    predicted: float
    observed: Number


@dataclass(frozen=True, slots=True)
class Calibration:
    """Predictions beside what came true."""

    bias: Number
    """Mean of predicted less observed mean rating; above 0 the predictions flatter."""
    slope: Number | None
    """Points that opinion rises per point of prediction: below 1 predictions spread too far, above 1 not far enough."""
    mean: tuple[Bin, ...]
    """Mean ratings."""
    high_share: tuple[Bin, ...]
    """Shares of ratings from 6 up."""
    high_share_overall: Bin
    above_cut: Bin
    """Shares of photos with a mean above the cut."""


def calibration(predictions: Predictions, opinions: Opinions) -> Calibration:
    """How predictions with a distribution compare with what people said; raises `ValueError` for others."""
    if predictions.mean is None or predictions.distribution is None:
        raise ValueError("only a predicted distribution can be calibrated")
    mean, scene = predictions.mean, opinions.scene
    high, seen_high = (
        side[:, HIGH_RATING - 1 :].sum(axis=1) for side in (predictions.distribution, opinions.distribution)
    )
    measures = {"bias": mean_of(mean - opinions.mean)}
    if vary(mean):
        measures["slope"] = slope_of(mean, opinions.mean)
    known = numbers_of(measures, scene)
    above, seen_above = (np.asarray(side > CUT, np.float64) for side in (mean, opinions.mean))
    return Calibration(
        bias=known["bias"],
        slope=known.get("slope"),
        mean=bins(mean, opinions.mean, scene),
        high_share=bins(high, seen_high, scene),
        high_share_overall=one_bin(high, seen_high, scene),
        above_cut=one_bin(above, seen_above, scene),
    )


def bins(predicted: Floats, observed: Floats, scene: Ints) -> tuple[Bin, ...]:
    """(N,) -> bins of equal size, the lowest prediction first."""
    count = min(BINS, max(1, len(predicted) // FEWEST_IN_BIN))
    rows = np.array_split(np.argsort(predicted, kind="stable"), count)
    return tuple(one_bin(predicted[row], observed[row], scene[row]) for row in rows)


def one_bin(predicted: Floats, observed: Floats, scene: Ints) -> Bin:
    """All of (N,) photos as one bin."""
    return Bin(len(predicted), float(predicted.mean()), numbers_of({0: mean_of(observed)}, scene)[0])


def slope_of(predicted: Floats, opinion: Floats) -> Measure:
    """The slope of the least-squares line of opinion on prediction, of any resampling; 0.0 where predictions do not vary."""
    x, y = predicted - predicted.mean(), opinion - opinion.mean()
    sums = np.stack([np.ones(len(x)), x, y, x * x, x * y], axis=1)
    nothing = SCATTER_LEFT * float(x @ x)

    def measure(counts: Floats) -> Floats:
        n, x_sum, y_sum, xx_sum, xy_sum = (counts @ sums).T
        scatter = xx_sum - x_sum**2 / n
        varies = scatter > nothing
        return np.where(varies, (xy_sum - x_sum * y_sum / n) / np.where(varies, scatter, 1.0), 0.0)

    return measure
