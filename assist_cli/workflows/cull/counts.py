"""How many photos of a cull are in which state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assist_cli.workflows.cull.cull_photo import CullPhoto


@dataclass(frozen=True, slots=True)
class Counts:
    """Of all photos, whatever filter is on."""

    total: int
    picks: int
    rejects: int
    starred: int
    """With one star or more."""
    left: int
    """Neither stars nor a flag, and readable."""
    unscored: int
    """Not judged yet, and readable."""
    unreadable: int


def count(photos: Iterable[CullPhoto]) -> Counts:
    """Counts them."""
    every = list(photos)
    return Counts(
        total=len(every),
        picks=sum(photo.is_pick for photo in every),
        rejects=sum(photo.is_reject for photo in every),
        starred=sum(bool(photo.marks.rating) for photo in every),
        left=sum(photo.is_unrated and photo.trouble is None for photo in every),
        unscored=sum(photo.scored is None and photo.trouble is None for photo in every),
        unreadable=sum(photo.trouble is not None for photo in every),
    )
