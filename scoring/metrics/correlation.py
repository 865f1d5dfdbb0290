"""Agreement between predictions and opinions that looks at the numbers (plcc) or at their order (srcc)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.metrics.measure import Floats, Measure, at_once

SCATTER_LEFT = 1e-12
"""A resampling with less than this share of the variance of all photos holds one value only, and rounding."""
RANKS_LEFT = 0.25
"""Sum of squares of ranks about their mean: two different ranks make 0.5 or more, rounding far less."""


def plcc(predicted: Floats, opinion: Floats) -> float:
    """Pearson's linear correlation of two (N,) arrays; 0.0 when either is constant."""
    return at_once(plcc_of(predicted, opinion), len(opinion))


def srcc(predicted: Floats, opinion: Floats) -> float:
    """Spearman's rank correlation of two (N,) arrays; ties share their mean rank."""
    return at_once(srcc_of(predicted, opinion), len(opinion))


def plcc_of(predicted: Floats, opinion: Floats) -> Measure:
    """`plcc` of any resampling."""
    x, y = standardised(predicted), standardised(opinion)
    sums = np.stack([np.ones(len(x)), x, y, x * x, y * y, x * y], axis=1)

    def measure(counts: Floats) -> Floats:
        n, x_sum, y_sum, xx_sum, yy_sum, xy_sum = (counts @ sums).T
        scatter = (xx_sum - x_sum**2 / n, yy_sum - y_sum**2 / n)
        return correlation(xy_sum - x_sum * y_sum / n, *scatter, SCATTER_LEFT * n)

    return measure


def srcc_of(predicted: Floats, opinion: Floats) -> Measure:
    """`srcc` of any resampling: the mean rank of a value that was drawn thrice is the mean of three ranks."""
    ranked = resampled_ranks(predicted), resampled_ranks(opinion)

    def measure(counts: Floats) -> Floats:
        middle = (counts.sum(axis=1, keepdims=True) + 1.0) / 2.0
        x, y = (ranks(counts) - middle for ranks in ranked)
        x_drawn, y_drawn = counts * x, counts * y
        return correlation(dots(x_drawn, y), dots(x_drawn, x), dots(y_drawn, y), np.full(len(counts), RANKS_LEFT))

    return measure


def correlation(together: Floats, x_alone: Floats, y_alone: Floats, nothing: Floats) -> Floats:
    """(D,) sums of products -> (D,) correlations; 0.0 where either varies by `nothing` or less."""
    varies = (x_alone > nothing) & (y_alone > nothing)
    scale = np.sqrt(np.where(varies, x_alone * y_alone, 1.0))
    return np.where(varies, together / scale, 0.0)


def dots(left: Floats, right: Floats) -> Floats:
    """(D, N), (D, N) -> (D,): the dot product of each pair of rows."""
    return np.asarray(np.einsum("dn,dn->d", left, right))


def standardised(values: Floats) -> Floats:
    """(N,) -> (N,) of mean 0 and sd 1, or all 0.0 when constant."""
    if np.ptp(values) == 0:
        return np.zeros(len(values))
    return np.asarray((values - values.mean()) / values.std())


def mean_ranks(values: Floats) -> Floats:
    """(N,) -> (N,) ranks from 1; equal values share the mean of their ranks."""
    return np.asarray(resampled_ranks(values)(np.ones((1, len(values))))[0])


def resampled_ranks(values: Floats) -> Measure:
    """The ranks (D, N) that (N,) `values` have in each resampling."""
    order, starts, place = in_order(values)

    def ranks(counts: Floats) -> Floats:
        drawn = np.add.reduceat(counts[:, order], starts, axis=1)
        return np.asarray((np.cumsum(drawn, axis=1) - (drawn - 1.0) / 2.0)[:, place])

    return ranks


def in_order(values: Floats) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """(N,) -> the order that sorts them, where in it each different value begins, and which of these each one is."""
    _, place, equal = np.unique(values, return_inverse=True, return_counts=True)
    return np.argsort(place, kind="stable"), np.cumsum(equal) - equal, place
