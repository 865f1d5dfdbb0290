"""The balance point follows what draws the eye."""

import numpy as np
import pytest

from scoring.assessors.visual_balance import balance_point

EMPTY = np.zeros((80, 120), np.float32)
PLAIN = np.full((160, 240), 100, np.uint8)


def spot(x, y):
    saliency = EMPTY.copy()
    saliency[y - 5 : y + 5, x - 5 : x + 5] = 1.0
    return saliency


def test_nothing_to_see_is_balanced():
    assert balance_point(EMPTY, PLAIN) == (0.5, 0.5)


@pytest.mark.parametrize(("x", "y"), [(20, 40), (90, 20), (60, 70)])
def test_saliency_draws_the_point_to_itself(x, y):
    assert balance_point(spot(x, y), PLAIN) == (pytest.approx(x / 120), pytest.approx(y / 80))


def test_edges_draw_it_too():
    luma = PLAIN.copy()
    luma[40:120, 160:220] = np.random.default_rng(1).integers(0, 255, (80, 60))
    x, y = balance_point(EMPTY, luma)
    assert (x, y) == (pytest.approx(190 / 240, abs=0.03), pytest.approx(0.5, abs=0.03))


def test_equal_weights_on_both_sides_are_balanced():
    x, _ = balance_point(spot(20, 40) + spot(100, 40), PLAIN)
    assert x == pytest.approx(0.5)
