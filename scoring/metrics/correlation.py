"""Agreement between predictions and mean opinion scores: srcc, plcc, krcc, and a bootstrap interval."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def plcc(predicted: Floats, opinion: Floats) -> float:
    """Pearson's linear correlation of two (N,) arrays; 0.0 when either is constant."""
    x, y = predicted - predicted.mean(), opinion - opinion.mean()
    scale = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / scale if scale > 0 else 0.0


def srcc(predicted: Floats, opinion: Floats) -> float:
    """Spearman's rank correlation of two (N,) arrays; ties share their mean rank."""
    return plcc(mean_ranks(predicted), mean_ranks(opinion))


def krcc(predicted: Floats, opinion: Floats) -> float:
    """Kendall's tau-b of two (N,) arrays; O(N^2) memory, meant for N up to some thousands."""
    x = np.sign(predicted[:, None] - predicted[None, :])
    y = np.sign(opinion[:, None] - opinion[None, :])
    scale = float(np.sqrt(np.abs(x).sum() * np.abs(y).sum()))
    return float((x * y).sum()) / scale if scale > 0 else 0.0


def mean_ranks(values: Floats) -> Floats:
    """(N,) -> (N,) ranks from 1; equal values share the mean of their ranks."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2.0)[inverse], np.float64)


def bootstrap_interval(
    measure: Callable[[Floats, Floats], float],
    predicted: Floats,
    opinion: Floats,
    groups: npt.NDArray[np.int64],
    draws: int = 1000,
) -> tuple[float, float]:
    """95 % interval of `measure`, resampling whole near-duplicate `groups` (N,), for photos of one scene are not independent."""
    generator = np.random.default_rng(0)
    members = [np.flatnonzero(groups == group) for group in np.unique(groups)]
    values = []
    for _ in range(draws):
        chosen = np.concatenate([members[i] for i in generator.integers(0, len(members), len(members))])
        values.append(measure(predicted[chosen], opinion[chosen]))
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)
