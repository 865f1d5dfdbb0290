"""What a measure is: a number about N photos that can be told again for any resampling of them.

A resampling is how often each photo counts, so that what depends on the photos alone (their order, say) is worked out once
and not a thousand times.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

Measure = Callable[[Floats], Floats]
"""(D, N) how often each photo counts in each of D resamplings, whole numbers from 0 -> (D,) values."""


def at_once(measure: Measure, photos: int) -> float:
    """The measure of the photos as they are, each counted once."""
    return float(measure(np.ones((1, photos)))[0])


def mean_of(values: Floats) -> Measure:
    """The mean of (N,) `values`."""
    return lambda counts: np.asarray(counts @ values / counts.sum(axis=1))
