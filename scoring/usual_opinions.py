"""How opinions usually lie around a mean rating, as AVA's voters showed it: how far they spread, how lopsided they are."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping

AVA_SDS = {3.0: 1.56, 4.0: 1.45, 5.0: 1.39, 5.75: 1.42, 6.25: 1.49, 6.75: 1.56, 7.25: 1.62}
"""Mean rating -> standard deviation of opinions, AVA votes 1..10 (48,604 photos)."""

AVA_SKEWNESSES = {2.5: 1.17, 3.0: 0.71, 4.0: 0.28, 5.0: 0.23, 6.0: 0.20, 7.0: -0.05, 7.5: -0.31, 8.0: -0.45}
"""Mean rating -> skewness of opinions, the median of the AVA photos whose mean lies within a quarter."""

SHARE_OF_WIDEST = 0.45
"""Near the ends opinions cannot spread as far: at most this share of the widest spread possible, sqrt((m - 1)(10 - m)).
It leaves AVA's own figures (at 3 the widest is 3.74, at 7.25 it is 4.15) untouched."""


def usual_spread(mean: float) -> float:
    """Standard deviation of opinions (scale 1..10) that usually goes with a mean opinion."""
    widest = math.sqrt(max((mean - 1.0) * (10.0 - mean), 0.0))
    return min(_between(AVA_SDS, mean), SHARE_OF_WIDEST * widest)


def usual_skewness(mean: float) -> float:
    """Skewness of opinions that usually goes with a mean opinion: near an end of the scale they can only tail away from it."""
    return _between(AVA_SKEWNESSES, mean)


def _between(figures: Mapping[float, float], mean: float) -> float:
    """The figure at `mean`, on a straight line between its neighbours; beyond the ends, the last one."""
    means = sorted(figures)
    upper = min(max(bisect_right(means, mean), 1), len(means) - 1)
    low, high = means[upper - 1], means[upper]
    way = min(max((mean - low) / (high - low), 0.0), 1.0)
    return figures[low] + way * (figures[high] - figures[low])
