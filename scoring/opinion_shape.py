"""What the shape of a rating distribution says: whether people would agree, fall into camps, or leave a tail."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scoring.rating_distribution import Quality
from scoring.two_camps import Camps, two_camps
from scoring.usual_opinions import usual_skewness, usual_spread
from weights.registry import entries

NARROW_BELOW, WIDE_FROM = 0.83, 1.17
"""Standard deviation over the usual one at that mean. Of AVA's 48,604 photos a tenth lie below the first and a tenth above
the second (0.829 and 1.174)."""

TAIL_FROM = 0.5
"""Distance from the usual skewness at that mean; a distribution as far from 0 counts as moderately skewed (Bulmer 1979,
"Principles of Statistics"). Of AVA's photos 4 % lie beyond it on either side."""

LEARNED = "learned"
"""How an entry's fact `data.spread` begins where the training ratings showed how far opinions spread; all else is a prior."""


class Width(StrEnum):
    """How far opinions spread, beside what is usual at that mean."""

    NARROW = "narrow"
    USUAL = "usual"
    WIDE = "wide"


class Tail(StrEnum):
    """Where a few opinions lie far from the rest."""

    NONE = "none"
    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of one distribution of ratings."""

    width: Width
    usual_sd: float
    """Standard deviation that usually goes with this mean."""
    camps: Camps | None
    tail: Tail


def shape_of(quality: Quality) -> Shape:
    """The shape of the ratings that people would give."""
    usual_sd = usual_spread(quality.mean)
    return Shape(_width(quality.sd, usual_sd), usual_sd, two_camps(quality.rating_dist), _tail(quality))


def learns_spread(weights: str) -> bool | None:
    """Whether the weights of that name learned how far opinions spread; `None` where nothing is known of them."""
    entry = entries().get(weights)
    fact = entry.facts.get("data", {}).get("spread") if entry else None
    return None if fact is None else str(fact).startswith(LEARNED)


def _width(sd: float, usual_sd: float) -> Width:
    if sd < NARROW_BELOW * usual_sd:
        return Width.NARROW
    return Width.WIDE if sd > WIDE_FROM * usual_sd else Width.USUAL


def _tail(quality: Quality) -> Tail:
    beyond_usual = quality.skewness - usual_skewness(quality.mean)
    if abs(beyond_usual) < TAIL_FROM:
        return Tail.NONE
    return Tail.HIGH if beyond_usual > 0 else Tail.LOW
