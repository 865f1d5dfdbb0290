"""How many EV the exposure assessor is off when a photo is re-exposed by a known number of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tests.benchmarks.ladders.light_steps import EXPOSURE

HEAD = ["step, EV", "mean reading", "mean error", "mean absolute error", "right sign"]


def rows(climbs: Sequence[Sequence[float | None]]) -> list[list[str]]:
    """A line a step: the change of `ev_offset` against the photo as it was taken, beside the true change."""
    readings = np.array(climbs, np.float64)
    change = readings - readings[:, [EXPOSURE.steps.index(0)]]
    return [told(step, change[:, index]) for index, step in enumerate(EXPOSURE.steps) if step]


def told(step: float, found: np.ndarray) -> list[str]:
    """`found`: (photos,) changes read at this step; NaN where not judged."""
    found = found[np.isfinite(found)]
    error = found - step
    right = float(np.mean(np.sign(found) == np.sign(step)))
    numbers = (f"{found.mean():+.2f}", f"{error.mean():+.2f}", f"{np.abs(error).mean():.2f}", f"{right:.0%}")
    return [f"{step:+g}", *numbers]
