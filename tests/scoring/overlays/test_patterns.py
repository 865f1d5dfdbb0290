"""Patterns that are told apart without colour."""

import numpy as np

from scoring.overlays.clipping import MARKS
from scoring.overlays.palette import BLACK, WHITE
from scoring.overlays.patterns import Pattern


def test_stripes_rise_or_fall():
    rising, falling = (Pattern(WHITE, BLACK, slant).on_stripe(40, 40) for slant in (1, -1))
    assert (rising == falling[::-1]).mean() > 0.5
    assert (rising[1:, :-1] == rising[:-1, 1:]).all()
    assert (falling[1:, 1:] == falling[:-1, :-1]).all()


def test_only_the_area_is_filled():
    picture, area = np.full((30, 30, 3), 99, np.uint8), np.zeros((30, 30), np.bool_)
    area[5:10, 5:10] = True
    Pattern(WHITE, BLACK, 1).fill(picture, area)
    assert ((picture != 99).all(axis=2) == area).all()


def test_the_marks_of_clipping_differ_in_grey():
    seen = {(round(float(np.dot(p.ground, (0.3, 0.6, 0.1))) / 60), p.slant) for _meaning, p in MARKS}
    assert len(seen) == 3
