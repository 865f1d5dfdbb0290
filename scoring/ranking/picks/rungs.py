"""Exposure brackets that no EXIF tells of: an even ladder around a well-exposed frame, taken in a row, is no row of mistakes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scoring.groups.ladder import is_order_of_a_camera
from scoring.ranking.picks.light import exposure_ev
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.wrong_exposure import is_well_exposed

LEAST_RUNGS, MOST_RUNGS = 3, 9
"""Cameras shoot brackets of 2 to 9 (`groups.brackets`); two frames have none in the middle."""
LEAST_STEP_EV = 0.8
"""From about a stop; a bracket in thirds has no frame that is black or white."""
UNEVEN = 0.35
"""Of a step: offsets are read off the picture, and tone curves flatten what is far off. A planted ladder of one EV reads as 1.0,
1.1, 1.5 and 0.9."""


def is_rung(photos: Sequence[RankedPhoto], place: int) -> bool:
    """Whether that frame of a group, which is in the order it was taken, stands in such a ladder."""
    for size in range(LEAST_RUNGS, min(MOST_RUNGS, len(photos)) + 1):
        for start in range(max(0, place - size + 1), min(place, len(photos) - size) + 1):
            if _is_ladder(photos[start : start + size]):
                return True
    return False


def _is_ladder(run: Sequence[RankedPhoto]) -> bool:
    evs = [ev for photo in run if (ev := exposure_ev(photo)) is not None]
    if len(evs) < len(run):
        return False
    order = np.argsort(evs)
    steps_ev = np.diff(np.array(evs)[order])
    if steps_ev.min() < LEAST_STEP_EV or np.abs(steps_ev - steps_ev.mean()).max() > UNEVEN * steps_ev.mean():
        return False
    inner = any(is_well_exposed(run[rung]) for rung in order[1:-1].tolist())
    return inner and is_order_of_a_camera(np.argsort(order).tolist())
