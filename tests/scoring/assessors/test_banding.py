"""Broken gradients are told from whole ones, grainy ones, and from edges."""

import cv2
import numpy as np
import pytest

from scoring.assessors.banding import measure_banding


def sky(climb=90.0):
    """A gradient across and down, in fractions of codes."""
    down, across = np.mgrid[0:640, 0:960]
    return 90.0 + climb * (down / 640 + 0.2 * across / 960)


def posterised(gradient, step):
    return np.rint(np.floor(gradient / step) * step).astype(np.uint8)


def compressed(luma, quality=92):
    return cv2.imdecode(cv2.imencode(".jpg", luma, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)


def banding_of(luma):
    return measure_banding(cv2.cvtColor(luma, cv2.COLOR_GRAY2RGB))


@pytest.mark.parametrize("step", [8, 12])
def test_banding_is_found_in_a_posterised_sky_even_after_jpeg(step):
    found = banding_of(compressed(posterised(sky(), step)))
    assert found.gradients > 10
    assert found.fraction > 0.3


def test_banding_is_not_the_rounding_to_8_bits():
    found = banding_of(np.rint(sky()).astype(np.uint8))
    assert found.gradients > 10
    assert found.broken == 0


@pytest.mark.parametrize("sigma", [0.5, 1.0, 2.0, 4.0])
def test_banding_is_not_a_sky_with_grain(sigma):
    grain = np.random.default_rng(1).normal(0.0, sigma, (640, 960))
    assert banding_of(np.rint(sky() + grain).astype(np.uint8)).broken == 0


def test_banding_is_not_a_gradient_that_runs_into_white():
    assert banding_of(np.clip(np.rint(sky(300.0)), 0, 255).astype(np.uint8)).broken == 0


def test_banding_is_not_the_edge_of_a_wall():
    wall = np.full((640, 960), 100, np.uint8)
    wall[:, 450:] = 130
    assert banding_of(wall).broken == 0


def test_banding_is_not_a_thing_out_of_focus():
    wall = np.full((640, 960), 100, np.uint8)
    wall[:, 450:] = 150
    assert banding_of(cv2.GaussianBlur(wall, (0, 0), 25)).broken == 0


def test_banding_is_claimed_of_no_camera_photo(camera_frame):
    assert measure_banding(camera_frame.working).broken == 0


@pytest.mark.parametrize("shape", [(1, 1), (40, 4000), (300, 400)])
def test_banding_of_an_even_or_narrow_frame_is_none(shape):
    assert banding_of(np.full(shape, 128, np.uint8)).fraction == 0.0
