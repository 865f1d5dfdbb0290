"""Earth mover's distance between rating distributions (Hou et al. 2016, arXiv:1611.05916)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]


def emd(first: Floats, second: Floats, r: float = 2.0) -> npt.NDArray[np.float64]:
    """(N, B), (N, B), rows sum to 1 -> (N,) in [0, 1]: (mean over buckets of |CDF gap|^r)^(1/r); r = 2 as in NIMA's training."""
    gap = np.cumsum(np.asarray(first, np.float64), axis=1) - np.cumsum(np.asarray(second, np.float64), axis=1)
    return np.asarray(np.mean(np.abs(gap) ** r, axis=1) ** (1.0 / r))
