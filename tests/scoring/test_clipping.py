"""What counts as blown and as blocked up."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.frame import Frame


def clipping_of(rgb):
    return Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts()).clipping


def halves(left, right):
    rgb = np.empty((80, 120, 3), np.uint8)
    rgb[:, :60], rgb[:, 60:] = left, right
    return rgb


def test_white_is_blown_in_every_channel():
    found = clipping_of(halves((255, 255, 255), (120, 120, 120)))
    assert (found.white, found.highlights, found.shadows) == (0.5, 0.5, 0.0)
    assert found.channel_highlights == (0.5, 0.5, 0.5)


def test_one_full_channel_is_blown_but_not_white():
    found = clipping_of(halves((255, 90, 40), (120, 120, 120)))
    assert (found.white, found.highlights) == (0.0, 0.5)
    assert found.channel_highlights == (0.5, 0.0, 0.0)


def test_one_empty_channel_is_a_colour_and_no_shadow():
    found = clipping_of(halves((0, 90, 160), (0, 0, 0)))
    assert found.shadows == 0.5
    assert found.channel_shadows == (1.0, 0.5, 0.5)


@pytest.mark.parametrize(("code", "blown", "blocked"), [(4, 0.0, 1.0), (5, 0.0, 0.0), (249, 0.0, 0.0), (250, 1.0, 0.0)])
def test_codes_in_which_a_jpeg_holds_no_detail_are_clipped(code, blown, blocked):
    found = clipping_of(np.full((40, 60, 3), code, np.uint8))
    assert (found.white, found.shadows) == (blown, blocked)


def test_sparkle_smaller_than_a_pixel_of_the_screen_does_not_count():
    sea = np.full((3000, 4096, 3), 100, np.uint8)
    sea[::8, ::8] = 255
    assert clipping_of(sea).highlights == 0.0
