"""Every assessor, in the order in which a photographer reads them. To add one, add one line."""

from __future__ import annotations

import difflib

from scoring.assessor import Assessor
from scoring.assessors import colour, composition, exposure, focus, noise, sharpness

ASSESSORS: tuple[Assessor, ...] = (
    exposure.ASSESSOR,
    focus.ASSESSOR,
    sharpness.ASSESSOR,
    noise.ASSESSOR,
    colour.ASSESSOR,
    composition.ASSESSOR,
)


class UnknownAssessorError(KeyError):
    """No assessor has this name."""


def by_name(assessors: tuple[Assessor, ...] = ASSESSORS) -> dict[str, Assessor]:
    """Name -> assessor; a name used twice raises `ValueError`."""
    table: dict[str, Assessor] = {}
    for assessor in assessors:
        if assessor.name in table:
            raise ValueError(f"two assessors are called {assessor.name!r}")
        table[assessor.name] = assessor
    return table


def find_assessor(name: str) -> Assessor:
    """The assessor called `name`; raises `UnknownAssessorError` that names the nearest."""
    table = by_name()
    if name in table:
        return table[name]
    near = difflib.get_close_matches(name, table, n=1)
    suggestion = f"; did you mean {near[0]!r}?" if near else ""
    raise UnknownAssessorError(f"no assessor is called {name!r}{suggestion} (there are: {', '.join(table)})")
