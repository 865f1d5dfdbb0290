"""What takes no network: a model that does not beat these is not worth its size.

Whatever is fitted here is fitted on photos that are not measured. The sign of a baseline is fixed beforehand: a bigger
file, a sharper picture is the better one, even where the set says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scoring.evaluation.opinions import Floats, Ints, Predictions, from_means

FEWEST_TO_FIT = 10
"""A line through fewer photos says more of them than of the set."""


@dataclass(frozen=True)
class Looks:
    """What is seen of N photos without a network."""

    file_bytes: Floats
    """(N,)"""
    sharpness: Floats
    """(N,) the assessor's value in 0..1; its neutral 0.5 where it abstains."""


@dataclass(frozen=True)
class OtherSide:
    """The F photos of the set that are not measured: what baselines are fitted on."""

    mean: Floats
    """(F,) opinions on 1..10."""
    subset: tuple[str, ...]
    looked_at: Ints
    """(M,) rows of the photos behind `looks`, for not all of a large set need be opened."""
    looks: Looks


SIGNALS: Mapping[str, Callable[[Looks], Floats]] = {
    # Of the size the logarithm: twice the bytes is a step, wherever one stands.
    "file_size": lambda looks: np.log(np.maximum(looks.file_bytes, 1.0)),
    "sharpness_only": lambda looks: looks.sharpness,
}


def baselines(subset: Sequence[str], looks: Looks, other: OtherSide | None) -> dict[str, Predictions]:
    """Each baseline's predictions for the measured photos; without an `other` side those that order photos, unscaled."""
    if other is None:
        return {name: Predictions(signal(looks), None, None) for name, signal in SIGNALS.items()}
    found = {"predict_the_mean": constant(float(other.mean.mean()), len(subset))}
    if len(set(other.subset)) > 1:
        found["subset_mean"] = subset_means(subset, other)
    seen_mean = other.mean[other.looked_at]
    return found | {name: on_a_line(signal(looks), signal(other.looks), seen_mean) for name, signal in SIGNALS.items()}


def constant(mean: float, photos: int) -> Predictions:
    """The same mean for every photo."""
    means = np.full(photos, mean)
    return from_means(means, means)


def subset_means(subset: Sequence[str], other: OtherSide) -> Predictions:
    """The mean of the part of the set that a photo comes from; of the whole set where the part is new."""
    names = np.array(other.subset)
    known = {name: float(other.mean[names == name].mean()) for name in set(other.subset)}
    means = np.array([known.get(name, float(other.mean.mean())) for name in subset])
    return from_means(means, means)


def on_a_line(signal: Floats, seen: Floats, opinion: Floats) -> Predictions:
    """(N,) `signal`, brought to 1..10 by the line through (M,) `seen` and the `opinion` on it, never a falling one."""
    spread = seen - seen.mean()
    scatter = float(spread @ spread)
    slope = max(float(spread @ opinion) / scatter, 0.0) if scatter > 0 else 0.0
    return from_means(signal, np.clip(opinion.mean() + slope * (signal - seen.mean()), 1.0, 10.0))
