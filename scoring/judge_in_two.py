"""One photo on two threads, where it is the only one: what the networks say, and beside it what the pixels say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Executor
from typing import TypeVar

from scoring.assessment import Assessment
from scoring.assessor import Assessor
from scoring.frame import Frame
from scoring.registry import ASSESSORS

WITH_NETWORKS = frozenset({"composition"})
"""Asks for the subject, and takes longest of all: 20 ms at 12 megapixels, where all networks take 40."""
WITH_PIXELS = frozenset({"sharpness", "noise", "colour", "artefacts"})
"""Those that ask no network, which a test checks."""
AFTERWARDS = frozenset({"exposure"})
"""As long as all that are left."""

Rated = TypeVar("Rated")
Theirs = TypeVar("Theirs")
Mine = TypeVar("Mine")
Assess = Callable[[Assessor], Assessment]


def judge_in_two(
    frame: Frame, rate: Callable[[], Rated], assess: Assess, other: Executor
) -> tuple[Rated, Mapping[str, Assessment]]:
    """What `rate` returns, and what every assessor says, in their order; the same as from one thread."""
    frame.working  # noqa: B018 - both threads would begin with it
    rest = {one.name for one in ASSESSORS} - WITH_NETWORKS - WITH_PIXELS - AFTERWARDS
    (rated, first), second = _both(
        other, lambda: (rate(), _said(WITH_NETWORKS, assess)), lambda: _said(WITH_PIXELS, assess)
    )
    third, fourth = _both(other, lambda: _said(AFTERWARDS, assess), lambda: _said(rest, assess))
    said = first | second | third | fourth
    return rated, {one.name: said[one.name] for one in ASSESSORS}


def _both(threads: Executor, beside: Callable[[], Theirs], here: Callable[[], Mine]) -> tuple[Theirs, Mine]:
    """What both return. Also where one fails the other is waited for: a photo is let go of as a whole, for its pixels are
    accounted for."""
    other = threads.submit(beside)
    try:
        mine = here()
    finally:
        theirs = other.result()
    return theirs, mine


def _said(names: Collection[str], assess: Assess) -> dict[str, Assessment]:
    return {one.name: assess(one) for one in ASSESSORS if one.name in names}
