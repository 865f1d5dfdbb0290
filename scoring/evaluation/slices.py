"""The slices that every number is told for: all photos together, then each part of the set by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

OVERALL = "overall"


def slices(subset: Sequence[str], at_least: int = 1) -> dict[str, npt.NDArray[np.bool_]]:
    """`overall`, then each of the (N,) `subset` names that has `at_least` photos -> (N,) which photos are in it."""
    names = np.array(subset)
    parts = [name for name, photos in sorted(Counter(subset).items()) if photos >= at_least]
    return {OVERALL: np.ones(len(names), bool)} | {name: names == name for name in parts}


def too_small(subset: Sequence[str], at_least: int) -> tuple[str, ...]:
    """The names that `slices` leaves out."""
    return tuple(name for name, photos in sorted(Counter(subset).items()) if photos < at_least)
