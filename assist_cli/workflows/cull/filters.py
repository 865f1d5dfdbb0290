"""Which photos of a cull are shown: by marks, advice, group, or how a factor was judged."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assist_cli.failures import BadRequestError
from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.factor_names import factor_names
from scoring.groups.group import GroupKind
from scoring.ranking.picks.choice import Decision

Matches = Callable[[CullPhoto], bool]


@dataclass(frozen=True, slots=True)
class Filter:
    """A named condition on one photo."""

    name: str
    matches: Matches


STARS = re.compile(r"([1-5])\+")
BELOW = re.compile(r"([a-z_]+)\s*<\s*(0?\.\d+|[01](?:\.0*)?)")
EXAMPLES = ("3+", "focus<0.4")
"""At least so many stars; a factor, or `score`, below a level of 0..1."""


def _of_kind(kind: GroupKind) -> Matches:
    return lambda photo: photo.advice is not None and photo.advice.kind is kind


def _advised(decision: Decision) -> Matches:
    return lambda photo: photo.advice is not None and photo.advice.decision is decision


NAMED: Mapping[str, Matches] = {
    "all": lambda _photo: True,
    "unrated": lambda photo: photo.is_unrated,
    "picks": lambda photo: photo.is_pick,
    "rejects": lambda photo: photo.is_reject,
    "undecided": lambda photo: not photo.is_pick and not photo.is_reject,
    **{decision.value: _advised(decision) for decision in Decision},
    **{kind.value: _of_kind(kind) for kind in GroupKind},
    "single": lambda photo: photo.advice is not None and photo.advice.kind is None,
    "unscored": lambda photo: photo.scored is None and photo.trouble is None,
    "unreadable": lambda photo: photo.trouble is not None,
}
"""`unrated`: neither stars nor a flag; `undecided`: no flag. `keeper`, `alternate`, `reject_candidate` are our advice."""

ALL = Filter("all", NAMED["all"])


def filter_names() -> tuple[str, ...]:
    """Every filter that has a name of its own."""
    return tuple(NAMED)


def find_filter(name: str) -> Filter:
    """A named filter, `3+` (at least three stars) or `focus<0.4`; raises `BadRequestError` that names the nearest."""
    wanted = name.strip().lower()
    if matches := NAMED.get(wanted) or _with_stars(wanted) or _below(wanted):
        return Filter(wanted, matches)
    near = difflib.get_close_matches(wanted, NAMED, n=1)
    suggestion = f"did you mean {near[0]}? " if near else ""
    raise BadRequestError(
        f"there is no filter {name!r}",
        f"{suggestion}there are: {', '.join(NAMED)}, and such as {' or '.join(EXAMPLES)}",
    )


def _with_stars(text: str) -> Matches | None:
    found = STARS.fullmatch(text)
    return (lambda photo: (photo.marks.rating or 0) >= int(found[1])) if found else None


def _below(text: str) -> Matches | None:
    """A photo of which the factor was not judged is not below anything."""
    found = BELOW.fullmatch(text)
    if found is None or found[1] not in ("score", *factor_names()):
        return None
    factor, level = found[1], float(found[2])

    def is_below(photo: CullPhoto) -> bool:
        value = factor_value(photo, factor)
        return value is not None and value < level

    return is_below


def factor_value(photo: CullPhoto, factor: str) -> float | None:
    """How the photo was judged there, in [0, 1]; None where it was not. `score` is the blended number."""
    if photo.scored is None:
        return None
    if factor == "score":
        return photo.scored.score.value / 100.0
    said = photo.scored.assessments.get(factor)
    return None if said is None or said.abstained else said.value
