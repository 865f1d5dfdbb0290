"""The noise of a sensor: variance grows with light from a floor, var = a * x + b."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.frame import F32
from scoring.quantile import median

MIN_PATCHES = 40
"""With each variance known to 18 %, forty pin a line of some length down to a few per cent."""
RELATIVE_SD = 0.177
"""Of one patch's variance, from 64 details (sqrt(2 / 64)); see `index.photo.sensor_patches`."""
SMOOTH = 1.15
"""Edges and texture raise the activity of a patch beyond this many times its noise; noise alone does in 12 % of patches."""
FAR = 4.685
"""Tukey's biweight gives no weight to what lies this many standard deviations off (95 % efficiency, Huber 1981)."""
ROUNDS = 12
"""Which patches are smooth and which are outliers depends on the line, and so in turn; it settles in about six."""
FIRST_BINS = 8
FIRST_SMOOTHEST = 0.3
"""The first line goes through the smoothest three tenths of the patches in each of eight bins of light."""
MOST_UNCERTAIN = 0.1
"""A slope that is unsure by a tenth of the noise is no finding: the picture is nearly all of one tone."""
FLOOR = 0.05
"""Of the middle variance: no patch is taken to have less noise, so that none can have all the weight."""

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PoissonGaussian:
    """Variance of a photosite that holds the share x of the white level: `a * x + b`, in squares of that share."""

    a: float
    """Photon noise; 1 / a is how many electrons the white level stands for."""
    b: float
    """Noise without light: read noise and rounding. At least 0."""
    patches: int
    """How many patches the line goes by."""

    def snr(self, level: float) -> float:
        """Signal to noise of a photosite at `level`, a share of the white level in (0, 1]."""
        return float(level / np.sqrt(self.a * level + self.b))


def fit_poisson_gaussian(mean: F32, variance: F32, activity: F32) -> PoissonGaussian | None:
    """(N,) each, of unclipped patches, as `SensorPatches` measures them -> the line; None where there is none to see.

    Foi, Trimeche, Katkovnik and Egiazarian, IEEE TIP 2008, with low-gradient patches instead of level sets, and with
    iterated weights instead of a maximum likelihood.
    """
    grainy = variance > 0.0
    if np.count_nonzero(grainy) < MIN_PATCHES:
        return None
    return _fit(*(np.asarray(one[grainy], np.float64) for one in (mean, variance, activity)))


def _fit(mean: F64, variance: F64, activity: F64) -> PoissonGaussian | None:
    line = _first_line(mean, variance, activity)
    for _ in range(ROUNDS):
        expected = _expected(line, mean, variance)
        weight = _weight(variance, activity, expected)
        if np.count_nonzero(weight) < MIN_PATCHES:
            return None
        line = _line_through(mean, variance, weight / expected**2)
    if _uncertainty(mean, weight, expected) > MOST_UNCERTAIN:
        return None
    return PoissonGaussian(float(line[0]), float(line[1]), int(np.count_nonzero(weight)))


def _first_line(mean: F64, variance: F64, activity: F64) -> F64:
    bins = np.array_split(np.argsort(mean, kind="stable"), FIRST_BINS)
    flat = np.concatenate([one[np.argsort(activity[one])[: max(1, int(FIRST_SMOOTHEST * len(one)))]] for one in bins])
    return _line_through(mean[flat], variance[flat], 1.0 / variance[flat])


def _line_through(x: F64, y: F64, weight: F64) -> F64:
    """Weighted least squares (a, b) with neither below 0."""
    total, middle = weight.sum(), np.average(x, weights=weight)
    spread = (weight * (x - middle) ** 2).sum()
    height = np.average(y, weights=weight)
    a = max(0.0, float((weight * (x - middle) * y).sum() / spread)) if spread > 0.0 else 0.0
    b = float(height - a * middle)
    if b < 0.0 and total > 0.0:
        return np.array([max(0.0, float((weight * x * y).sum() / (weight * x * x).sum())), 0.0])
    return np.array([a, b])


def _expected(line: F64, mean: F64, variance: F64) -> F64:
    return np.asarray(np.maximum(line[0] * mean + line[1], FLOOR * median(variance)), np.float64)


def _weight(variance: F64, activity: F64, expected: F64) -> F64:
    """Tukey's biweight; none for patches of edges and texture."""
    off = (variance / expected - 1.0) / (RELATIVE_SD * FAR)
    return np.where((np.abs(off) < 1.0) & (activity <= SMOOTH * expected), (1.0 - off**2) ** 2, 0.0)


def _uncertainty(mean: F64, weight: F64, expected: F64) -> float:
    """Standard error of the slope, times the mean light, over the mean noise."""
    information = weight / (RELATIVE_SD * expected) ** 2
    middle = np.average(mean, weights=information)
    spread = float((information * (mean - middle) ** 2).sum())
    return float(abs(middle) / np.sqrt(spread) / np.average(expected, weights=information)) if spread > 0.0 else np.inf
