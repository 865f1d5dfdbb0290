"""Which photos are taken against the light."""

import numpy as np
import pytest

from scoring.assessors.against_light import is_against_light
from scoring.srgb import SRGB_TO_LINEAR


def evening(ground=8, lamp=255):
    """A glow above a horizon, with a low sun in it."""
    down, across = np.mgrid[:144, :192]
    grey = np.clip(150 - 0.8 * np.hypot(down - 70, across - 96), 40, 255)
    grey[np.hypot(down - 60, across - 96) < 9] = lamp
    grey[72:] = ground
    return np.repeat(grey.astype(np.uint8)[..., None], 3, axis=2)


def said(rgb):
    return is_against_light(rgb, SRGB_TO_LINEAR[rgb[..., 0]])


def test_low_sun_over_black_ground_is_against_the_light():
    assert said(evening())


@pytest.mark.parametrize("differing", [{"ground": 60}, {"lamp": 150}])
def test_lit_ground_or_a_dull_sky_is_not(differing):
    assert not said(evening(**differing))


def test_lit_windows_in_a_night_are_not():
    street = evening()
    street[:60] = np.where(np.random.default_rng(0).random((60, 192, 1)) < 0.3, 220, 30).astype(np.uint8)
    assert not said(street)


@pytest.mark.parametrize("shape", [(1, 1, 3), (6, 192, 3), (192, 6, 3), (144, 192, 3)])
@pytest.mark.parametrize("code", [0, 255])
def test_even_and_narrow_frames_are_not(shape, code):
    assert not said(np.full(shape, code, np.uint8))
