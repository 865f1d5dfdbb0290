"""Which photos of a folder can be of one moment with those that have just come: near in time, or in the order of names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.catalog.seen import SeenPhoto

REVISED_S = 300.0
"""Whose advice may change: `assist pick` closes a burst after two minutes without a frame; a bracket, a stack and a panorama are
taken in less."""
SEEN_S = 900.0
"""Who is looked at besides, so that the groups at the edge are whole. Copies and returns to a scene that lie further apart are
found by `assist pick` over the whole shoot."""
REVISED_STEPS, SEEN_STEPS = 30, 90
"""The same in names, for photos whose time nobody knows."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """`seen`: those to group, in the order of the rows; `revised`: those of them whose advice may change."""

    seen: Sequence[Path]
    revised: frozenset[Path]


def neighbourhood(rows: Sequence[SeenPhoto], touched: Collection[Path]) -> Neighbourhood:
    """The photos of one folder (`rows`) around those that were `touched`."""
    seen, revised = set(touched), set(touched)
    timed = sorted((time_s, row.path) for row in rows if (time_s := _time_s(row)) is not None)
    times = [time_s for time_s, _ in timed]
    for time_s, path in timed:
        if path in touched:
            seen.update(_within(timed, times, time_s, SEEN_S))
            revised.update(_within(timed, times, time_s, REVISED_S))
    untimed = [row.path for row in rows if row.exif.capture_time is None]
    for place, path in enumerate(untimed):
        if path in touched:
            seen.update(untimed[max(0, place - SEEN_STEPS) : place + SEEN_STEPS + 1])
            revised.update(untimed[max(0, place - REVISED_STEPS) : place + REVISED_STEPS + 1])
    return Neighbourhood([row.path for row in rows if row.path in seen], frozenset(revised))


def _within(
    timed: Sequence[tuple[float, Path]], times: Sequence[float], time_s: float, apart_s: float
) -> Iterator[Path]:
    first, last = bisect_left(times, time_s - apart_s), bisect_right(times, time_s + apart_s)
    return (path for _, path in timed[first:last])


def _time_s(row: SeenPhoto) -> float | None:
    """By the clock on the wall, which is what all photos have."""
    moment = row.exif.capture_time
    return None if moment is None else moment.replace(tzinfo=None).timestamp()
