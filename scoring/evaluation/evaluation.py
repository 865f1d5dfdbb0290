"""One evaluation: the network and the baselines beside it, over all photos and within each part of the set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.evaluation.baselines import Looks, OtherSide, baselines
from scoring.evaluation.calibration import Calibration, calibration
from scoring.evaluation.numbers import SliceNumbers, measured_slice
from scoring.evaluation.opinions import Floats, Opinions, from_distributions
from scoring.evaluation.slices import slices, too_small

NETWORK = "network"
"""The name of the weights among those who predicted."""
FEWEST_IN_SUBSET = 10
"""Fewer photos give no number worth telling: their intervals span nearly everything."""


@dataclass(frozen=True)
class Evaluation:
    """All that was measured; N photos."""

    slices: Mapping[str, SliceNumbers]
    """`overall`, then each part of the set, if there are several."""
    subsets_left_out: tuple[str, ...]
    """Parts with too few photos to be told by themselves."""
    calibration: Calibration
    voted: bool
    """Whether people's distributions were counted, not made up around their means."""
    predicted: Floats
    """(N,) mean ratings, 1..10."""
    opinion: Floats
    """(N,) mean ratings, 1..10."""
    subset: tuple[str, ...]


def evaluate(
    opinions: Opinions,
    subset: tuple[str, ...],
    distributions: npt.NDArray[np.floating],
    looks: Looks,
    other: OtherSide | None,
) -> Evaluation:
    """Measure (N, 10) predicted `distributions` and what the `looks` of the same photos are good for."""
    network = from_distributions(distributions)
    predictors = {NETWORK: network} | baselines(subset, looks, other)
    # A set of one part is told once, overall.
    parts = slices(subset, FEWEST_IN_SUBSET if len(set(subset)) > 1 else len(subset) + 1)
    measured = {
        name: measured_slice({who: said.among(chosen) for who, said in predictors.items()}, opinions.among(chosen))
        for name, chosen in parts.items()
    }
    return Evaluation(
        slices=measured,
        subsets_left_out=too_small(subset, FEWEST_IN_SUBSET) if len(set(subset)) > 1 else (),
        calibration=calibration(network, opinions),
        voted=opinions.voted,
        predicted=network.order,
        opinion=opinions.mean,
        subset=subset,
    )
