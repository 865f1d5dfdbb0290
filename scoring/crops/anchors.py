"""Candidate crops on a grid: few enough to look at all of them, close enough that no better one lies far off."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from scoring.crops.upright_box import largest_inside, turned_size

Boxes = npt.NDArray[np.float64]
"""(N, 4): left, top, right, bottom as shares of the upright picture's width and height."""
REMEMBERED = 64
"""A camera has few shapes: the photos of a folder share their anchors."""

BINS = 12
CORNER_BINS = 4
"""GAIC (Zeng et al. 2019): a grid of 12 x 12; the upper left corner in the first 4 x 4 bins, the lower right one in the last."""
GAIC_LEAST_AREA, GAIC_ASPECTS = 0.5, (0.5, 2.0)
"""The same: at least half of the area, width over height from a half to two. 83 anchors at 3:2, 87 at 4:3, 90 at 1:1."""
LEAST_AREA = 0.4
"""Of the frame (issue "Composition, crops and straightening")."""


@lru_cache(REMEMBERED)
def free_anchors(aspect: float) -> Boxes:
    """The grid anchors of a frame of this width over height; the frame itself is not among them.

    Corners lie in the middle of their bins, so that the largest anchor keeps 11/12 of either side.
    """
    starts = (np.arange(CORNER_BINS) + 0.5) / BINS
    stops = 1.0 - starts[::-1]
    top, left, bottom, right = (axis.ravel() for axis in np.meshgrid(starts, starts, stops, stops, indexing="ij"))
    width, height = right - left, bottom - top
    shape = aspect * width / height
    # Half of the area is enough, however the products of twelfths are rounded.
    kept = (width * height > GAIC_LEAST_AREA - 1e-4) & (shape >= GAIC_ASPECTS[0]) & (shape <= GAIC_ASPECTS[1])
    return _shared(np.stack([left, top, right, bottom], axis=1)[kept])


@lru_cache(REMEMBERED)
def shaped_anchors(aspect: float, wanted: float, turn_deg: float = 0.0) -> Boxes:
    """Boxes of `wanted` width over height in a frame of `aspect`: the largest one and smaller ones, moved by steps of a bin.

    With `turn_deg` each lies in the frame when it is turned by that about its own middle. None where even the largest keeps less
    than `LEAST_AREA` of the frame.
    """
    across, down = largest_inside((aspect, 1.0), turn_deg, wanted)
    # What a turned box takes of the frame's width and height; without a turn, its own.
    reach_x, reach_y = turned_size((across, down), turn_deg)
    width, reach_x, height, reach_y = across / aspect, reach_x / aspect, down, reach_y
    found = []
    for step in range(BINS):
        size = 1.0 - step / BINS
        if width * height * size**2 < LEAST_AREA:
            break
        lefts = _starts(1.0 - reach_x * size) + (reach_x - width) * size / 2
        tops = _starts(1.0 - reach_y * size) + (reach_y - height) * size / 2
        top, left = (axis.ravel() for axis in np.meshgrid(tops, lefts, indexing="ij"))
        found.append(np.stack([left, top, left + width * size, top + height * size], axis=1))
    return _shared(np.concatenate(found) if found else np.zeros((0, 4)))


def _shared(boxes: Boxes) -> Boxes:
    """The same for all who ask: nobody may write on it."""
    boxes.setflags(write=False)
    return boxes


def _starts(room: float) -> npt.NDArray[np.float64]:
    """From one side to the other, about a bin apart, the middle among them."""
    if room < 0.5 / BINS:
        return np.array([room / 2])
    return np.linspace(0.0, room, 2 * max(1, round(room * BINS / 2)) + 1)
