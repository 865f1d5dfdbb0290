"""How far a measured number would move with other photos: percentile bootstrap over whole scenes (Efron & Tibshirani 1993)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from scoring.metrics.measure import Floats, Measure

Ints = npt.NDArray[np.int64]
Name = TypeVar("Name", bound=Hashable)

DRAWS = 1000
"""Enough for the ends of a 95 % interval (Efron & Tibshirani 1993, section 13.3)."""
NUMBERS_AT_A_TIME = 2**18
"""Draws times photos held at once: 2 MB, which stay in a processor's cache."""


def bootstrap_intervals(
    measures: Mapping[Name, Measure], groups: Ints, draws: int = DRAWS
) -> dict[Name, tuple[float, float]]:
    """95 % interval of each measure, the same draws for all of them.

    Whole `groups` (N,) are drawn, for photos of one scene are not independent. One group alone gives no interval:
    raises `ValueError`.
    """
    _, group_of = np.unique(groups, return_inverse=True)
    if group_of.max() == 0:
        raise ValueError("one scene says nothing of how others would do")
    generator = np.random.default_rng(0)
    at_a_time = max(1, NUMBERS_AT_A_TIME // len(groups))
    values: dict[Name, list[Floats]] = {name: [] for name in measures}
    for start in range(0, draws, at_a_time):
        counts = drawn(generator, group_of, min(at_a_time, draws - start))
        for name, measure in measures.items():
            values[name].append(measure(counts))
    ends = {name: np.percentile(np.concatenate(told), [2.5, 97.5]) for name, told in values.items()}
    return {name: (float(low), float(high)) for name, (low, high) in ends.items()}


def drawn(generator: np.random.Generator, group_of: npt.NDArray[np.intp], draws: int) -> Floats:
    """(draws, N): how often each photo was drawn when as many groups as there are were drawn with replacement."""
    groups = int(group_of.max()) + 1
    times = [np.bincount(generator.integers(0, groups, groups), minlength=groups) for _ in range(draws)]
    return np.asarray(np.stack(times)[:, group_of], np.float64)
