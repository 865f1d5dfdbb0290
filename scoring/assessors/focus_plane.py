"""Whether focus lies in front of a subject or behind it, where the ground shows it."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from scoring.assessors.focus_target import Target, TargetKind
from scoring.assessors.sharp_region import SharpRegion
from scoring.assessors.tile_sharpness import TileSharpness

BAND_WIDTH, BAND_HEIGHT = 0.6, 0.35
"""A level band at least this wide and at most this high, with softer ground above and below, is where the plane of focus cuts
the ground; lower in the frame is then nearer. Set by hand: rare enough to be sure where it is said."""
FEWEST_ROW_TILES = 3
"""Tiles with edges that must be seen on either side of the band to call that side softer."""


class Side(StrEnum):
    """Where the plane of focus lies, seen from the subject."""

    IN_FRONT = "in_front"
    BEHIND = "behind"


def focus_side(region: SharpRegion, map_: TileSharpness, target: Target) -> Side | None:
    """In front or behind, where the sharp band lies wholly below the subject's foot or above it; None where nothing tells."""
    x0, y0, x1, y1 = region.box
    if target.kind is not TargetKind.SUBJECT or x1 - x0 < BAND_WIDTH or y1 - y0 > BAND_HEIGHT:
        return None
    rows = np.flatnonzero(region.tiles.any(axis=1))
    soft = map_.judged & ~region.tiles
    if min(soft[: rows[0]].sum(), soft[rows[-1] + 1 :].sum()) < FEWEST_ROW_TILES:
        return None
    foot = target.box[3]
    if y0 >= foot:
        return Side.IN_FRONT
    return Side.BEHIND if y1 <= foot else None
