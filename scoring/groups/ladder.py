"""An even ladder of exposures, in an order in which a camera or a hand would shoot it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

LEAST_STEP_EV, MOST_STEP_EV = 0.28, 4.2
"""Cameras bracket by a third to three EV; times are rounded (1/60 for 1/64), and some people go to four."""
ROUNDING_EV = 0.12
"""Of exposure times and ISO as cameras write them: 1/125 for 1/128, ISO 125 for 126; 1/6 and 1/3 s are the worst."""
UNEVEN = 0.15
"""Of a step."""


def ladder_step_ev(evs: Sequence[float]) -> float | None:
    """The step of the ladder whose rungs `evs` are, in the order they were shot; None where they are no ladder."""
    rungs = np.sort(evs)
    steps_ev = np.diff(rungs)
    step_ev = float(steps_ev.mean()) if len(steps_ev) else 0.0
    if not LEAST_STEP_EV <= step_ev <= MOST_STEP_EV:
        return None
    if np.abs(steps_ev - step_ev).max() > max(ROUNDING_EV, UNEVEN * step_ev):
        return None
    places = np.argsort(np.argsort(evs)).tolist()
    return step_ev if is_order_of_a_camera(places) else None


def is_order_of_a_camera(places: Sequence[int]) -> bool:
    """Rising or falling, perhaps after the metered frame; or from the metered frame outwards. `places`: of each frame on the
    ladder."""
    rest = np.diff(places[1:])
    if (rest > 0).all() or (rest < 0).all():
        return True
    # From the middle outwards (0 -1 +1 -2 +2; 0 -1 -2 +1 +2) no rung is left out on the way.
    seen = {places[0]}
    for place in places[1:]:
        if place - 1 not in seen and place + 1 not in seen:
            return False
        seen.add(place)
    return True
