"""How close two photos were taken, as clocks and file numbers tell: how much alike they must look depends on it."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
import numpy.typing as npt

from scoring.groups.capture_order import CaptureOrder, Ints


class Closeness(IntEnum):
    """From what speaks for nothing to one moment."""

    UNKNOWN = 0
    """Nothing but their look speaks for two photos; so it is for photos of two clocks."""
    OUTING = 1
    MINUTE = 2
    NEXT = 3


NEXT_S, MINUTE_S, OUTING_S = 4.0, 60.0, 3600.0
"""A choice: a hand that holds the shutter down, waits for the next moment, walks about."""
NEXT_STEPS, MINUTE_STEPS, OUTING_STEPS = 2, 6, 60
"""The same in file numbers, where no clock tells: a choice."""
MOST_A_SECOND = 30.0
"""Frames a second, and as many beyond it: a clock that says less time went by was set back between two photos."""
NEIGHBOURS = 3
"""So many photos after a photo are looked at whatever they look like: one or two others may stand between two of a series."""


def closeness(order: CaptureOrder, first: Ints, second: Ints) -> npt.NDArray[np.int8]:
    """(P,) `Closeness` of each pair."""
    gap_s, steps = order.gaps_s(first, second), order.steps(first, second)
    told = np.isfinite(gap_s) & (~np.isfinite(steps) | (steps <= MOST_A_SECOND * (1.0 + gap_s)))
    numbered = ~np.isfinite(gap_s) & np.isfinite(steps)
    found = np.zeros(len(first), np.int8)
    for level, most_s, most_steps in (
        (Closeness.OUTING, OUTING_S, OUTING_STEPS),
        (Closeness.MINUTE, MINUTE_S, MINUTE_STEPS),
        (Closeness.NEXT, NEXT_S, NEXT_STEPS),
    ):
        found[(told & (gap_s <= most_s)) | (numbered & (steps <= most_steps))] = level
    return found


def neighbours(order: CaptureOrder, kept: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Pairs (first < second) of photos within a minute that follow one another, among those of `kept` (N,)."""
    firsts, seconds = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for sequence in order.sequences():
        photos = sequence[kept[sequence]]
        for step in range(1, NEIGHBOURS + 1):
            firsts.append(np.minimum(photos[:-step], photos[step:]))
            seconds.append(np.maximum(photos[:-step], photos[step:]))
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    close = closeness(order, first, second) >= Closeness.MINUTE
    return first[close], second[close]


def runs_of(order: CaptureOrder, kept: npt.NDArray[np.bool_], most_gap_s: float) -> list[Ints]:
    """Photos that followed one another with gaps of at most `most_gap_s`, or with the next file number."""
    runs = []
    for sequence in order.sequences():
        photos = sequence[kept[sequence]]
        gap_s, steps = order.gaps_s(photos[:-1], photos[1:]), order.steps(photos[:-1], photos[1:])
        is_next = np.where(np.isfinite(gap_s), gap_s <= most_gap_s, steps <= 1)
        runs += [run for run in np.split(photos, np.flatnonzero(~is_next) + 1) if len(run) > 1]
    return runs
