"""When focus is said to lie in front of a subject or behind it."""

import numpy as np
import pytest

from scoring.assessors.focus_plane import Side, focus_side
from scoring.assessors.focus_target import Target, TargetKind
from scoring.assessors.sharp_region import SharpRegion
from scoring.assessors.tile_sharpness import TileSharpness

MAP = TileSharpness(np.full((20, 30), 0.2), np.ones((20, 30), bool), np.ones((20, 30)))


def band(top, bottom, left=0.0, right=1.0):
    rows, cols = np.indices((20, 30))
    inside = (rows >= 20 * top) & (rows < 20 * bottom) & (cols >= 30 * left) & (cols < 30 * right)
    return SharpRegion((left, top, right, bottom), inside, 0.6, 0.2, 1.0)


def person(foot=0.6, kind=TargetKind.SUBJECT):
    return Target(kind, ((0.4, 0.2, 0.6, foot),), np.ones((20, 30), bool), 0.9)


@pytest.mark.parametrize(
    ("region", "target", "side"),
    [
        (band(0.7, 0.85), person(), Side.IN_FRONT),
        (band(0.35, 0.5), person(), Side.BEHIND),
        (band(0.5, 0.7), person(), None),
        (band(0.7, 0.85, 0.0, 0.4), person(), None),
        (band(0.6, 1.0), person(), None),
        (band(0.7, 1.0), person(), None),
        (band(0.7, 0.85), person(kind=TargetKind.FACE), None),
    ],
    ids=["below the foot", "above the foot", "at the foot", "a corner", "too high", "nothing nearer", "no foot known"],
)
def test_side_is_told_only_by_a_level_band_of_ground(region, target, side):
    assert focus_side(region, MAP, target) is side
