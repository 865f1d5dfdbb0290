"""How well predicted mean ratings agree with people while training goes on: some of the numbers of `scoring.evaluation`."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scoring.evaluation.numbers import numbers_of, rmse_of
from scoring.evaluation.slices import slices
from scoring.metrics.correlation import plcc_of, srcc_of

Floats = npt.NDArray[np.float64]

WIDEST = {"srcc": (-1.0, 1.0), "plcc": (-1.0, 1.0), "rmse": (0.0, 9.0)}
"""What each could be at all."""


def agreement(
    predicted: Floats, opinion: Floats, groups: npt.NDArray[np.int64], subset: Sequence[str]
) -> dict[str, dict[str, object]]:
    """(N,) means, 1..10 -> srcc, plcc and rmse with 95 % intervals over scenes, under `overall` and each subset's name."""
    return {
        name: measured(predicted[chosen], opinion[chosen], groups[chosen]) for name, chosen in slices(subset).items()
    }


def measured(predicted: Floats, opinion: Floats, groups: npt.NDArray[np.int64]) -> dict[str, object]:
    """srcc, plcc and rmse of one slice, each with its interval, and the number of photos and scenes behind them."""
    result: dict[str, object] = {"photos": len(opinion), "scenes": len(np.unique(groups))}
    measures = {
        "srcc": srcc_of(predicted, opinion),
        "plcc": plcc_of(predicted, opinion),
        "rmse": rmse_of(predicted, opinion),
    }
    for name, number in numbers_of(measures, groups).items():
        result[name] = round(number.value, 4)
        # One scene says nothing of others: as far as it goes, anything is possible.
        low, high = WIDEST[name] if number.low is None or number.high is None else (number.low, number.high)
        result[f"{name}_interval"] = [round(low, 3), round(high, 3)]
    return result
