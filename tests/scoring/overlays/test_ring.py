"""The drawn ring."""

import numpy as np
import pytest

from scoring.assessors.harmony import Harmony
from scoring.assessors.hue_ring import RING_BINS, DominantHue, HueRing
from scoring.assessors.oklab import oklch
from scoring.overlays.ring import INNER, SIZE_PX, draw_ring
from scoring.overlays.ring_colours import ring_colours
from scoring.srgb import SRGB_TO_LINEAR

COLOURS = ring_colours(oklch(SRGB_TO_LINEAR[np.full((1, 1, 3), 128, np.uint8)]))


def ring_of(**shares):
    per_bin = [0.0] * RING_BINS
    for name, share in shares.items():
        per_bin[int(name[1:])] = share
    return draw_ring(HueRing(tuple(per_bin), (), 0.5, np.zeros((6, 360))), COLOURS)


def area(picture, number):
    return int((picture == COLOURS.srgb[number]).all(axis=2).sum())


def test_every_hue_is_shown_even_where_the_photo_has_none():
    picture = ring_of(b3=1.0)
    assert picture.shape == (SIZE_PX, SIZE_PX, 3)
    assert all(area(picture, number) > 200 for number in range(RING_BINS))


def test_a_longer_bar_is_a_larger_share():
    picture = ring_of(b0=0.1, b4=0.3, b8=0.6)
    assert area(picture, 0) < area(picture, 4) < area(picture, 8)


@pytest.mark.parametrize(("number", "x", "y"), [(0, 1, 0), (2, 0, 1), (6, -1, 0), (8, 0, -1)])
def test_hue_starts_at_the_right_and_turns_counter_clockwise(number, x, y):
    rows, cols = np.nonzero((ring_of(**{f"b{number}": 1.0}) == COLOURS.srgb[number]).all(axis=2))
    assert (cols.mean() - SIZE_PX / 2) * x + (SIZE_PX / 2 - rows.mean()) * y > SIZE_PX / 8


def test_dominant_hues_are_named_beside_the_ring():
    bare = ring_of(b2=1.0)
    named = draw_ring(
        HueRing(
            tuple(float(n == 2) for n in range(RING_BINS)), (DominantHue(75.0, 0.9, 0.7, 0.1),), 0.5, np.zeros((6, 360))
        ),
        COLOURS,
    )
    rows, _cols = np.nonzero((bare != named).any(axis=2))
    assert rows.max() < SIZE_PX / 3


def test_a_harmony_templates_sectors_are_arcs_inside_the_ring():
    hues = HueRing((1 / RING_BINS,) * RING_BINS, (), 0.5, np.zeros((6, 360)))
    bare, arced = draw_ring(hues, COLOURS), draw_ring(hues, COLOURS, Harmony("I", 90.0, 1.0))
    rows, cols = np.nonzero((bare != arced).any(axis=2))
    half = SIZE_PX / 2
    assert np.hypot(cols - half, rows - half).max() <= (INNER + 0.01) * half
    assert (abs(cols - half) < 20).all()
    assert (rows < half).sum() == pytest.approx((rows > half).sum(), rel=0.1)
