"""What people said of the photos that are measured, and what was predicted of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from scoring.training.datasets.opinions import WITHOUT_VOTES
from scoring.training.datasets.rated_photos import RatedPhotos
from scoring.training.rating_prior import BUCKETS, usual_distribution

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

CUT = 5.0
"""A mean above it makes a photo a good one: AVA's published cut on 1..10 (Murray et al. 2012), used for every set."""
ROUNDED_TO = 9
"""Decimals: 5 made of votes may come out as 5.000000000000001, which is neither above the cut nor above another 5."""
STEPS = np.linspace(1.0, 10.0, 901)
"""Means a hundredth apart: between two of them a mixture of their distributions has the mean exactly."""


@dataclass(frozen=True)
class Opinions:
    """N photos as people see them."""

    mean: Floats
    """(N,) on 1..10."""
    distribution: Floats
    """(N, 10), rows sum to 1."""
    voted: bool
    """Whether `distribution` was counted, not made up around the mean."""
    scene: Ints
    """(N,) photos of one scene share a number."""

    def among(self, chosen: Bools) -> Opinions:
        """Of the photos where (N,) `chosen` is true."""
        return Opinions(self.mean[chosen], self.distribution[chosen], self.voted, self.scene[chosen])


@dataclass(frozen=True)
class Predictions:
    """What was predicted of N photos."""

    order: Floats
    """(N,) on any scale, higher is better: what correlations look at."""
    mean: Floats | None
    """(N,) on 1..10; None where nothing brings `order` to that scale."""
    distribution: Floats | None
    """(N, 10), rows sum to 1."""

    def among(self, chosen: Bools) -> Predictions:
        """Of the photos where (N,) `chosen` is true."""
        mean = None if self.mean is None else self.mean[chosen]
        distribution = None if self.distribution is None else self.distribution[chosen]
        return Predictions(self.order[chosen], mean, distribution)


def opinions_of(photos: RatedPhotos, scene: Ints) -> Opinions:
    """The opinions behind `photos`, whose scenes are (N,) `scene`."""
    voted = photos.how not in WITHOUT_VOTES
    return Opinions(np.round(photos.mos, ROUNDED_TO), photos.distribution, voted, scene)


def from_distributions(distribution: npt.NDArray[np.floating]) -> Predictions:
    """(N, 10) probabilities of the ratings 1..10 -> predictions."""
    exact = np.asarray(distribution, np.float64)
    exact = exact / exact.sum(axis=1, keepdims=True)
    mean = exact @ BUCKETS
    return Predictions(mean, mean, exact)


def from_means(order: Floats, mean: Floats) -> Predictions:
    """Predictions of (N,) means on 1..10, with the spread that opinions usually have at such a mean."""
    return Predictions(order, mean, usual_distributions(mean))


def usual_distributions(mean: Floats) -> Floats:
    """(N,) means on 1..10 -> (N, 10): `usual_distribution` of each, from a table."""
    table = usual_table()
    above = np.clip(np.searchsorted(STEPS, mean), 1, len(STEPS) - 1)
    share = ((mean - STEPS[above - 1]) / (STEPS[above] - STEPS[above - 1]))[:, None]
    return np.asarray(table[above - 1] * (1.0 - share) + table[above] * share)


@cache
def usual_table() -> Floats:
    """(901, 10): `usual_distribution` at each of `STEPS`; each takes a search, all together a second."""
    return np.stack([usual_distribution(float(step)) for step in STEPS])


def sd_of(distribution: Floats) -> Floats:
    """(N, 10) -> (N,) standard deviations of the ratings."""
    mean = distribution @ BUCKETS
    return np.asarray(np.sqrt(np.maximum(distribution @ BUCKETS**2 - mean**2, 0.0)))
