"""Luminance of pictures whose light is known."""

import numpy as np
import pytest

from scoring.luminance import relative_luminance


@pytest.mark.parametrize(
    ("colour", "luminance"),
    [((0, 0, 0), 0.0), ((255, 255, 255), 1.0), ((255, 0, 0), 0.2126), ((0, 255, 0), 0.7152), ((0, 0, 255), 0.0722)],
)
def test_black_white_and_primaries_are_those_of_the_standard(colour, luminance):
    assert relative_luminance(np.array([[colour]], np.uint8))[0, 0] == pytest.approx(luminance, abs=1e-5)


def test_grey_card_shows_eighteen_percent():
    # 18 % is code 118 in sRGB (IEC 61966-2-1)
    assert relative_luminance(np.full((2, 3, 3), 118, np.uint8))[0, 0] == pytest.approx(0.18, abs=0.003)


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (7, 1), (5, 4)])
def test_plane_has_the_height_and_width_of_its_picture(shape):
    luminance = relative_luminance(np.full((*shape, 3), 99, np.uint8))
    assert luminance.shape == shape
    assert luminance.dtype == np.float32


def test_place_keeps_its_own_light():
    rgb = np.zeros((4, 6, 3), np.uint8)
    rgb[1, 2] = 255
    lit = relative_luminance(rgb) > 0.0
    assert np.argwhere(lit).tolist() == [[1, 2]]
