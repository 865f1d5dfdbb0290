"""What a distribution of ratings says: its centre, its spread, its shape, and how likely a high rating is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

BUCKETS = range(1, 11)

HIGH_RATING = 6
"""Ratings from here up count as high: AVA's usual cut is "above 5" (Murray et al. 2012)."""

EDGE = 0.15
"""A majority smaller than 65 % is on the edge: at the spread that opinions usually have (AVA, 1.4) half a rating up or down
would turn it."""


class TwoClass(StrEnum):
    """The coarsest reading of a distribution: on which side of the cut most people are."""

    ABOVE = "above"
    BELOW = "below"
    ON_THE_EDGE = "on the edge"


@dataclass(frozen=True, slots=True)
class Quality:
    """The ratings, 1..10, that people would give one photo, and the weights that said so."""

    weights: str
    rating_dist: tuple[float, ...]
    """Probability of each rating 1..10; sums to 1."""

    def __post_init__(self) -> None:
        if len(self.rating_dist) != len(BUCKETS) or not math.isclose(sum(self.rating_dist), 1.0, abs_tol=1e-3):
            raise ValueError(f"a rating distribution has ten probabilities that sum to 1, not {self.rating_dist}")

    @property
    def mean(self) -> float:
        """Expected rating, 1..10."""
        return sum(bucket * p for bucket, p in zip(BUCKETS, self.rating_dist, strict=True))

    @property
    def sd(self) -> float:
        """Standard deviation of the ratings: how far opinions spread."""
        return math.sqrt(max(self._moment(2), 0.0))

    @property
    def median(self) -> float:
        """Rating that half the opinions lie below, interpolated within its bucket (each bucket is 1 wide)."""
        below = 0.0
        for bucket, reached in zip(BUCKETS, accumulate(self.rating_dist), strict=True):
            if reached >= 0.5:
                return bucket - 0.5 + (0.5 - below) / (reached - below)
            below = reached
        return float(BUCKETS[-1])

    @property
    def skewness(self) -> float:
        """Third standardised moment; negative when a tail reaches towards low ratings. 0 when all agree."""
        return self._moment(3) / self.sd**3 if self.sd > 0 else 0.0

    @property
    def kurtosis(self) -> float:
        """Fourth standardised moment less 3 (the normal distribution's). 0 when all agree."""
        return self._moment(4) / self.sd**4 - 3.0 if self.sd > 0 else 0.0

    @property
    def p_high(self) -> float:
        """Probability that one person rates it 6 or higher."""
        return sum(p for bucket, p in zip(BUCKETS, self.rating_dist, strict=True) if bucket >= HIGH_RATING)

    @property
    def two_class(self) -> TwoClass:
        """Whether most people would rate it 6 or higher, as far as a majority is clear."""
        if abs(self.p_high - 0.5) < EDGE:
            return TwoClass.ON_THE_EDGE
        return TwoClass.ABOVE if self.p_high > 0.5 else TwoClass.BELOW

    def _moment(self, order: int) -> float:
        return sum((bucket - self.mean) ** order * p for bucket, p in zip(BUCKETS, self.rating_dist, strict=True))
