"""How much brighter one glance is than another of the same scene."""

import numpy as np
import pytest

from scoring.groups.brightness import brightened_ev
from tests.scoring.groups.made_shoot import brighter, scene, view

BLACK, WHITE = np.zeros((43, 64), np.uint8), np.full((43, 64), 255, np.uint8)


@pytest.mark.parametrize("ev", [-2.0, -1.0, -1 / 3, 0.0, 1 / 3, 1.0])
def test_brightness_is_told_in_ev_up_and_down(ev):
    grey = brighter(view(scene(3)), -0.5)
    assert brightened_ev(grey, brighter(grey, ev)) == pytest.approx(ev, abs=0.12)


@pytest.mark.parametrize("levels", [(0, 100), (100, 0), (200, 255), (255, 200)])
def test_what_is_blown_or_black_in_one_of_them_tells_nothing(levels):
    grey = brighter(view(scene(3)), -1)
    one, other = grey.copy(), brighter(grey, 1.0)
    one[:30], other[:30] = levels
    assert brightened_ev(one, other) == pytest.approx(1.0, abs=0.12)


def test_one_thing_that_moves_does_not_count():
    grey = view(scene(3))
    other = grey.copy()
    other[:15] = 60
    assert brightened_ev(grey, other) == 0.0


def test_where_nothing_tells_a_brighter_picture_is_unknown_and_a_darker_one_is_no_brighter():
    assert brightened_ev(BLACK, WHITE) is None
    assert brightened_ev(BLACK, BLACK) == 0.0
    assert brightened_ev(WHITE, BLACK) == 0.0


def test_an_upright_frame_is_not_compared_with_one_that_lies():
    assert brightened_ev(view(scene(3)), np.ascontiguousarray(view(scene(3)).T)) is None
