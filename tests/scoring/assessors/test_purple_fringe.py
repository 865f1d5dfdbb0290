"""A thin purple rim at a blown edge is a fringe; purple things and coloured lamps are not."""

import cv2
import numpy as np
import pytest

from scoring.assessors.purple_fringe import measure_fringe
from scoring.shrink import shrunk_to_long_edge

PURPLE = (110, 40, 160)


def branches(rim=None, rim_px=3, bark=(40, 38, 36)):
    """Dark trunks before a white sky, with a rim of this colour on both sides."""
    rgb = np.full((1200, 1800, 3), 255, np.uint8)
    for left in range(100, 1700, 200):
        if rim is not None:
            rgb[:, left - rim_px : left + 80 + rim_px] = rim
        rgb[:, left : left + 80] = bark
    return rgb


def fringe_of(rgb):
    return measure_fringe(rgb, shrunk_to_long_edge(rgb, 512))


def test_fringe_of_purple_rims_is_found():
    found = fringe_of(branches(PURPLE, rim_px=5))
    assert found.edges >= 6
    assert found.share > 0.7


@pytest.mark.parametrize("rim", [None, (120, 120, 120), (120, 60, 40), (40, 120, 40)])
def test_fringe_is_not_a_clean_edge_nor_one_of_another_colour(rim):
    found = fringe_of(branches(rim, rim_px=5))
    assert found.edges >= 6
    assert found.share == 0.0


def test_fringe_is_not_a_purple_thing_before_the_sky():
    assert fringe_of(branches(bark=PURPLE)).share == 0.0


def test_fringe_is_not_the_glow_of_a_blue_lamp():
    lamp = np.zeros((1200, 1800), np.float32)
    cv2.circle(lamp, (900, 600), 120, 1.0, -1)
    glow = cv2.GaussianBlur(lamp, (0, 0), 60)[..., None] * (120.0, 60.0, 255.0)
    rgb = np.where(lamp[..., None] > 0, 255, np.minimum(glow * 1.5, 255)).astype(np.uint8)
    assert fringe_of(rgb).share == 0.0


def test_fringe_is_claimed_of_no_camera_photo(camera_frame):
    assert measure_fringe(camera_frame.rgb, camera_frame.small).share == 0.0


@pytest.mark.parametrize("code", [0, 255])
@pytest.mark.parametrize("shape", [(1, 1, 3), (40, 4000, 3), (300, 400, 3)])
def test_fringe_of_an_even_or_narrow_frame_is_none(shape, code):
    assert fringe_of(np.full(shape, code, np.uint8)).edges == 0
