"""How well predicted mean ratings agree with people, overall and within each subset, with intervals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from scoring.metrics.correlation import bootstrap_interval, plcc, srcc

Floats = npt.NDArray[np.float64]


def agreement(
    predicted: Floats, opinion: Floats, groups: npt.NDArray[np.int64], subset: Sequence[str]
) -> dict[str, dict[str, object]]:
    """(N,) means on one scale -> srcc and plcc with 95 % intervals over whole scenes, under `overall` and each subset's name."""
    names = np.array(subset)
    rows = {"overall": np.ones(len(names), bool)} | {name: names == name for name in sorted(set(subset))}
    return {name: measured(predicted[chosen], opinion[chosen], groups[chosen]) for name, chosen in rows.items()}


def measured(predicted: Floats, opinion: Floats, groups: npt.NDArray[np.int64]) -> dict[str, object]:
    """srcc and plcc of one slice, each with its interval, and the number of photos and scenes behind them."""
    result: dict[str, object] = {"photos": len(opinion), "scenes": len(np.unique(groups))}
    for measure in (srcc, plcc):
        result[measure.__name__] = round(measure(predicted, opinion), 4)
        result[f"{measure.__name__}_interval"] = [
            round(v, 3) for v in bootstrap_interval(measure, predicted, opinion, groups)
        ]
    return result
