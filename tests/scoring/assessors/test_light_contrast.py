"""Contrast rises with contrast, and flat is what neither spans nor stands out."""

import numpy as np
import pytest

from scoring.assessors.light_contrast import measure_contrast
from scoring.luminance import relative_luminance
from scoring.srgb import SRGB_TO_LINEAR

STEPS = (0.3, 0.45, 0.6, 0.75, 0.9, 1.0, 1.15, 1.3, 1.5)


def with_contrast(rgb, factor):
    """Scaled about the mean in linear light, clipped, back to 8-bit sRGB (IEC 61966-2-1)."""
    linear = SRGB_TO_LINEAR[rgb]
    mean = linear.mean(axis=(0, 1), keepdims=True)
    scaled = np.clip(mean + factor * (linear - mean), 0.0, 1.0)
    code = np.where(scaled <= 0.0031308, 12.92 * scaled, 1.055 * scaled ** (1 / 2.4) - 0.055)
    return np.rint(255.0 * code).astype(np.uint8)


def measured(rgb):
    return measure_contrast(relative_luminance(np.ascontiguousarray(rgb)))


def fog(mid_code=150, spread=8):
    rows = np.linspace(-spread, spread, 120)[:, None, None] + mid_code
    return np.broadcast_to(rows, (120, 180, 3)).astype(np.uint8)


def chessboard(low=20, high=240, cell=12):
    row, column = np.indices((120, 180)) // cell
    plane = np.where((row + column) % 2, high, low).astype(np.uint8)
    return np.repeat(plane[..., None], 3, axis=2)


def test_contrast_of_a_camera_photo_rises_strictly_with_its_contrast(camera_frame):
    found = [measured(with_contrast(camera_frame.thumbnail, factor)).contrast_ev for factor in STEPS]
    assert found == sorted(set(found))


def test_contrast_of_no_camera_photo_is_flat(camera_frame):
    assert measured(camera_frame.thumbnail).flatness == 0.0


def test_contrast_of_fog_is_low_and_flat():
    found = measured(fog())
    assert found.contrast_ev < -1.0
    assert found.flatness == 1.0


def test_contrast_of_a_chessboard_is_high_and_not_flat():
    found = measured(chessboard())
    assert found.contrast_ev > 0.5
    assert found.flatness == 0.0


def test_contrast_of_a_low_range_that_stands_out_everywhere_is_not_quite_flat():
    assert measured(chessboard(100, 150)).flatness < measured(fog()).flatness


@pytest.mark.parametrize("code", [0, 255])
def test_contrast_of_an_even_frame_is_nothing(code):
    found = measured(np.full((40, 60, 3), code, np.uint8))
    assert (found.spread_ev, found.range_ev, found.local) == pytest.approx((0.0, 0.0, 0.0), abs=1e-3)
