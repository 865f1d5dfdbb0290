"""The orders a person may ask for, and the best few of them."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assist_cli.failures import BadRequestError
from assist_cli.workflows.photo_in_brief import PhotoInBrief, ToldPhoto
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.photo.errors import UnreadablePhoto
from index.photo.record import ExifFacts
from scoring.registry import ASSESSORS

SortKey = Callable[[ToldPhoto], tuple[Any, ...]]

UNKNOWN = (1,)
UNREADABLE = (2,)
"""Sort behind `(0, ...)`: what could not be judged comes after what could, and what could not be read last."""


@dataclass(frozen=True, slots=True)
class Order:
    """A named order; the best come first, ties by path."""

    name: str
    key: SortKey


def order_names() -> tuple[str, ...]:
    """Every order there is."""
    return ("score", "quality", *(assessor.name for assessor in ASSESSORS), "name", "time")


def find_order(name: str) -> Order:
    """The order called `name`; raises `BadRequestError` that names the nearest."""
    names = order_names()
    if name not in names:
        near = difflib.get_close_matches(name, names, n=1)
        suggestion = f"did you mean {near[0]}? " if near else ""
        raise BadRequestError(f"cannot sort by {name!r}", f"{suggestion}there are: {', '.join(names)}")
    return Order(name, lambda outcome: (*_rank(name, outcome), os.fsencode(outcome.path)))


def _rank(name: str, outcome: ToldPhoto) -> tuple[Any, ...]:
    if isinstance(outcome, UnreadablePhoto):
        return UNREADABLE
    if name == "name":
        return (0,)
    if name == "time":
        return _time_rank(outcome if isinstance(outcome, PhotoInBrief) else outcome.record.exif)
    number = _number_in_brief(name, outcome) if isinstance(outcome, PhotoInBrief) else _number(name, outcome)
    return UNKNOWN if number is None else (0, -number)


def _time_rank(taken: ExifFacts | PhotoInBrief) -> tuple[Any, ...]:
    moment = taken.capture_time
    # Cameras of one shoot rarely all write a time zone: wall-clock time is what they share.
    return UNKNOWN if moment is None else (0, moment.replace(tzinfo=None))


def _number_in_brief(name: str, photo: PhotoInBrief) -> float | None:
    if name == "score":
        return photo.score
    return photo.quality_mean if name == "quality" else photo.factors.get(name)


def _number(name: str, photo: ScoredPhoto) -> float | None:
    if name == "score":
        return photo.score.value
    if name == "quality":
        return photo.quality.mean
    said = photo.assessments.get(name)
    return None if said is None or said.abstained else said.value
