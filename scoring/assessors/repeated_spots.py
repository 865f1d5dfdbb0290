"""Spots that stay in one place while the scenes change are on the sensor or the lens: told from many photos of one camera."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.assessors.dust import Spot

SAME_PLACE = 0.006
"""Share of the frame by which a spot may wander: three pixels in the picture it is sought in; stabilised sensors move as much."""
FEWEST_PHOTOS = 3
"""Twice may be chance: with 12 spots a photo, one in 740 pairs of places agrees by accident."""


@dataclass(frozen=True, slots=True)
class RepeatedSpot:
    """One place, and in how many photos a dark spot was seen there."""

    place: Spot
    photos: int


def repeated_spots(photos: Sequence[Sequence[Spot]]) -> list[RepeatedSpot]:
    """Spots of each photo, in one camera's own frame -> the places that repeat over three photos or more, the surest first."""
    cells: dict[tuple[int, int], list[Spot]] = defaultdict(list)
    seen: Counter[Spot] = Counter()
    for spots in photos:
        here = {_known(cells, spot) or _new(cells, spot) for spot in spots}
        seen.update(here)
    return [RepeatedSpot(place, count) for place, count in seen.most_common() if count >= FEWEST_PHOTOS]


def _cell(spot: Spot) -> tuple[int, int]:
    return int(spot[0] / SAME_PLACE), int(spot[1] / SAME_PLACE)


def _known(cells: Mapping[tuple[int, int], list[Spot]], spot: Spot) -> Spot | None:
    """The first place that was seen this close, if there is one."""
    column, row = _cell(spot)
    around = ((column + right, row + down) for right in (-1, 0, 1) for down in (-1, 0, 1))
    places = (place for cell in around for place in cells.get(cell, ()))
    return next((place for place in places if _close(place, spot)), None)


def _new(cells: Mapping[tuple[int, int], list[Spot]], spot: Spot) -> Spot:
    cells[_cell(spot)].append(spot)
    return spot


def _close(one: Spot, other: Spot) -> bool:
    return abs(one[0] - other[0]) <= SAME_PLACE and abs(one[1] - other[1]) <= SAME_PLACE
