"""The order of a group's frames: by standing, but no frame whose exposure is severely wrong goes before one that can be used."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.ranking.picks.light import lost_exposures
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.readings import CRISPNESS, Readings

CLOSED_BELOW = 0.5
"""Reading of the eyes up to which a face that counts for half or more has them closed, as `faults.MAIN_FACE`."""
BLURRED_BELOW = 0.25
"""Crispness of "severely blurred" (`sharpness.LEVELS`)."""


def in_order(photos: Sequence[RankedPhoto], readings: Sequence[Readings], standings: Sequence[float]) -> list[int]:
    """The places of a group's frames, best first; of equal standing the earlier.

    A frame that is lost comes after all that are usable, however sharp it looks. One that is spoilt otherwise, by a blink or a
    blur, keeps its place: a dark frame with open eyes may be better.
    """
    by_standing = sorted(range(len(photos)), key=lambda index: (-standings[index], index))
    lost = lost_exposures(photos)
    kept = [index for index in by_standing if not lost[index]]
    usable = [place for place, index in enumerate(kept) if not _is_spoilt(readings[index])]
    head = kept[: usable[-1] + 1] if usable else []
    return [*head, *(index for index in by_standing if index not in head)]


def _is_spoilt(one: Readings) -> bool:
    return one.get("eyes", 1.0) <= CLOSED_BELOW or one.get(CRISPNESS.name, 1.0) < BLURRED_BELOW
