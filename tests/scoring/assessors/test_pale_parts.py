"""What the finder of pale parts promises."""

import numpy as np
import pytest

from scoring.assessors.pale_parts import find_pale_parts, is_greyed
from scoring.luminance import relative_luminance


def slope_of(rgb, share=0.6):
    """Snow of this colour under a darker wood."""
    scene = np.full((100, 150, 3), 60, np.uint8)
    scene[round(100 * (1 - share)) :] = rgb
    return find_pale_parts(scene, relative_luminance(scene))


def test_pale_parts_of_a_snow_slope_are_its_share_of_the_frame_and_neutral():
    found = slope_of((170, 172, 176))
    assert found.share == pytest.approx(0.6)
    assert found.neutral == 1.0


def test_pale_parts_of_one_colour_are_not_neutral():
    assert slope_of((200, 180, 120)).neutral == 0.0


def test_tones_are_those_of_grey_snow_only_far_below_white_and_without_anything_much_brighter():
    assert is_greyed(1.0, 1.1) == 1.0
    assert is_greyed(0.3, 1.1) == is_greyed(1.0, 2.5) == 0.0


@pytest.mark.parametrize(
    ("rgb", "share", "white"), [((170,) * 3, 0.6, 1.0), ((170,) * 3, 0.1, 0.0), ((90, 150, 90), 0.6, 0.0)]
)
def test_a_small_part_and_a_green_wall_look_like_no_snow(rgb, share, white):
    assert slope_of(rgb, share).look_white == white


def test_pale_parts_of_a_black_frame_are_finite():
    black = np.zeros((40, 60, 3), np.uint8)
    found = find_pale_parts(black, relative_luminance(black))
    assert 0.0 <= found.share <= 1.0
    assert 0.0 <= found.neutral <= 1.0
