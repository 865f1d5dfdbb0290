"""How much brighter one photo is than another of the same scene, as their glances show."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.srgb import SRGB_TO_LINEAR

DARK, BRIGHT = 10, 243
"""Grey levels between which a pixel tells how bright it is."""
LEAST_TELLING = 0.04
"""Of all pixels: fewer are an edge between black and white."""


def brightened_ev(darker: npt.NDArray[np.uint8], brighter: npt.NDArray[np.uint8]) -> float | None:
    """EV from one glance, (h, w) uint8, to another, in the median of the pixels that tell in both; None where too few do.

    Where too few tell and the second is no brighter at all, 0.
    """
    if darker.shape != brighter.shape:
        return None
    telling = (np.minimum(darker, brighter) > DARK) & (np.maximum(darker, brighter) < BRIGHT)
    if telling.mean() < LEAST_TELLING:
        return None if brighter.mean() > darker.mean() else 0.0
    return float(np.median(np.log2(SRGB_TO_LINEAR[brighter[telling]] / SRGB_TO_LINEAR[darker[telling]])))
