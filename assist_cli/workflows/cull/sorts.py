"""In which order the photos of a cull are shown. Equal ones stay in the order in which they lie in their folders."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assist_cli.failures import BadRequestError
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.factor_names import factor_names
from assist_cli.workflows.cull.filters import factor_value
from scoring.ranking.picks.choice import Decision

Key = Callable[[CullPhoto], tuple[float, ...]]

FIRST: tuple[float, ...] = (0.0,)
LAST: tuple[float, ...] = (1.0,)
"""Before and after: what is not known yet comes after what is."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A named order; by score and factors the best come first."""

    name: str
    key: Key


def _by_time(photo: CullPhoto) -> tuple[float, ...]:
    moment = None if photo.exif is None else photo.exif.capture_time
    if moment is None:
        return LAST
    # Cameras of one shoot rarely all write a time zone: wall-clock time is what they share.
    wall = moment.replace(tzinfo=None)
    return (
        *FIRST,
        float(wall.toordinal()),
        wall.hour * 3600.0 + wall.minute * 60.0 + wall.second + wall.microsecond / 1e6,
    )


ADVICE_ORDER = {Decision.KEEPER: 0.0, Decision.ALTERNATE: 1.0, Decision.REJECT_CANDIDATE: 2.0}


def _by_advice(photo: CullPhoto) -> tuple[float, ...]:
    return LAST if photo.advice is None else (*FIRST, ADVICE_ORDER[photo.advice.decision])


def _best_first(factor: str) -> Key:
    def key(photo: CullPhoto) -> tuple[float, ...]:
        value = factor_value(photo, factor)
        return LAST if value is None else (*FIRST, -value)

    return key


NAMED: Mapping[str, Key] = {
    "name": lambda _photo: FIRST,
    "time": _by_time,
    "score": _best_first("score"),
    "advice": _by_advice,
}
"""And a factor's name, for the best of it first."""
BY_NAME = Sort("name", NAMED["name"])
BY_TIME = Sort("time", NAMED["time"])


def sort_names() -> tuple[str, ...]:
    """Every order there is."""
    return (*NAMED, *factor_names())


def find_sort(name: str) -> Sort:
    """The order of that name; raises `BadRequestError` that names the nearest."""
    wanted = name.strip().lower()
    if wanted in NAMED:
        return Sort(wanted, NAMED[wanted])
    if wanted in factor_names():
        return Sort(wanted, _best_first(wanted))
    near = difflib.get_close_matches(wanted, sort_names(), n=1)
    suggestion = f"did you mean {near[0]}? " if near else ""
    raise BadRequestError(f"cannot sort by {name!r}", f"{suggestion}there are: {', '.join(sort_names())}")
