"""How bright a frame is, in EV: scenes whose light is known."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.tones import cie_lightness, ev_of, mean_lightness_ev, measure_tones
from scoring.frame import Frame

GREY_CARD = 118
"""18 % is code 118 in sRGB (IEC 61966-2-1)."""


def code_of(linear):
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * np.maximum(linear, 0.0) ** (1 / 2.4) - 0.055) * 255


def tones_of(linear):
    """Tones of a grey frame with this light, (h, w) in [0, 1]."""
    codes = np.rint(code_of(np.clip(np.asarray(linear, np.float64), 0.0, 1.0))).astype(np.uint8)
    rgb = np.repeat(codes[..., None], 3, axis=2)
    return measure_tones(Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts()))


def scene(ev=0.0):
    """A ramp of two stops to either side of mid-grey, `ev` brighter."""
    return np.tile(0.18 * np.exp2(np.linspace(-2.0, 2.0, 96) + ev), (64, 1))


def test_grey_card_lies_at_nought():
    found = tones_of(np.full((40, 60), 0.18))
    assert found.mid_ev == pytest.approx(0.0, abs=0.03)
    assert found.range_ev == 0.0


@pytest.mark.parametrize("ev", [-2.0, -1.0, 0.4])
def test_every_measure_moves_by_what_the_light_moves(ev):
    before, after = tones_of(scene()), tones_of(scene(ev))
    assert after.lit_ev - before.lit_ev == pytest.approx(ev, abs=0.05)
    assert after.mid_ev - before.mid_ev == pytest.approx(ev, abs=0.2)
    assert after.brightest_ev - before.brightest_ev == pytest.approx(ev, abs=0.05)


def test_range_spans_from_the_darkest_to_the_brightest_percent():
    assert tones_of(scene()).range_ev == pytest.approx(4.0, abs=0.2)


def test_lit_part_ignores_a_black_ground():
    lit = np.full((60, 90), 0.36)
    alone, before_black = tones_of(lit), tones_of(np.concatenate([lit, np.zeros((300, 90))]))
    assert before_black.lit_ev == pytest.approx(alone.lit_ev, abs=0.02)
    assert before_black.mid_ev < alone.mid_ev - 1.0


def test_mean_lightness_counts_pixels_by_their_weights():
    luminance = np.float32([[0.18, 1.0]])
    assert mean_lightness_ev(luminance, np.float32([[1.0, 0.0]])) == pytest.approx(0.0, abs=0.03)
    assert mean_lightness_ev(luminance) > 0.5
    assert mean_lightness_ev(luminance[:0]) == ev_of(1.0)


def test_five_stops_under_mid_grey_is_deep_shadow():
    frame = np.full((60, 90), 0.18)
    frame[:15] = 0.18 / 2**5.5
    assert tones_of(frame).deep_shadow_fraction == pytest.approx(0.25, abs=0.02)


@pytest.mark.parametrize("light", [0.0, 1.0])
def test_black_and_white_frames_are_finite(light):
    found = tones_of(np.full((40, 60), light))
    assert np.isfinite([found.mid_ev, found.lit_ev, found.range_ev, found.brightest_ev]).all()


def test_lightness_of_black_white_and_the_grey_card_is_the_standards():
    found = cie_lightness(np.float32([0.0, 0.184187, 1.0]))
    np.testing.assert_allclose(found, [0.0, 50.0, 100.0], atol=0.01)
