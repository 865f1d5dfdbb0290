"""What is taken for a white backdrop."""

import cv2
import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.white_backdrop import find_white_backdrop
from scoring.frame import Frame
from scoring.luminance import relative_luminance

GREY = 118


def found_in(rgb):
    frame = Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts())
    return find_white_backdrop(frame, relative_luminance(frame.thumbnail))


def thing(share, ground=255, code=GREY):
    """A disc of this share of the frame before an even ground."""
    rgb = np.full((400, 600, 3), ground, np.uint8)
    radius = round((share * 400 * 600 / np.pi) ** 0.5)
    return cv2.circle(rgb, (300, 200), radius, (code,) * 3, -1)


@pytest.mark.parametrize("share", [0.03, 0.10, 0.20, 0.28, 0.45])
@pytest.mark.parametrize("ground", [255, 245])
def test_thing_of_any_size_stands_before_white_or_nearly_white(share, ground):
    found = found_in(thing(share, ground))
    assert found.evidence == 1.0
    assert found.fills == pytest.approx(1.0 - share, abs=0.02)
    assert found.before_ev == pytest.approx(0.0, abs=0.05)


def test_pure_white_of_the_backdrop_is_counted_to_its_rim():
    rgb = thing(0.2)
    assert found_in(rgb).white == pytest.approx(float((rgb.min(axis=2) == 255).mean()), abs=0.002)
    assert found_in(thing(0.2, 245)).white == 0.0


def test_light_grey_is_no_white_backdrop():
    assert found_in(thing(0.2, 220)).evidence == 0.0


def test_blown_lamp_in_a_grey_room_is_none():
    found = found_in(thing(0.4, GREY, 255))
    assert (found.evidence, found.fills) == (0.0, 0.0)


def test_white_sky_over_dark_land_is_none():
    rgb = np.full((400, 600, 3), 60, np.uint8)
    rgb[:160] = 255
    assert found_in(rgb).evidence < 0.3


def test_what_is_bright_before_white_is_more_likely_over_exposed():
    assert found_in(thing(0.2, 255, 200)).evidence == 0.0


@pytest.mark.parametrize("code", [255, 118, 0])
def test_even_frame_is_none(code):
    found = found_in(np.full((400, 600, 3), code, np.uint8))
    assert found.evidence == 0.0
    assert np.isfinite(found.before_ev)
