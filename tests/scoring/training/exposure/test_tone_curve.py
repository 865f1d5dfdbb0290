"""What a drawn camera curve promises."""

import numpy as np
import pytest

from scoring.training.exposure.tone_curve import PLAIN, curve, drawn_curve

CODES = np.arange(256, dtype=np.uint8).reshape(16, 16)
DRAWN = [drawn_curve(np.random.default_rng(seed)) for seed in range(20)]


@pytest.mark.parametrize("made", [PLAIN, *DRAWN])
def test_curve_undone_and_developed_gives_the_codes_back(made):
    back = made.developed(made.light(CODES)).astype(int)
    assert np.abs(back - CODES).max() <= 1


@pytest.mark.parametrize("made", [PLAIN, *DRAWN])
def test_curve_develops_its_grey_card_to_mid_grey(made):
    # 18 % is code 118 in sRGB (IEC 61966-2-1)
    assert int(made.developed(np.float32([made.mid_grey_linear]))[0]) in (117, 118)


def test_curve_rises_and_ends_at_black_and_white():
    developed = curve(1.1, 0.1).developed(np.linspace(-0.1, 1.5, 500, dtype=np.float32)).astype(int)
    assert (np.diff(developed) >= 0).all()
    assert (developed[0], developed[-1]) == (0, 255)


def test_shoulder_lifts_mid_tones_and_presses_highlights():
    light = np.float32([0.12, 0.8])
    assert curve(1.0, 0.1).developed(light)[0] > PLAIN.developed(light)[0]
    assert curve(1.0, 0.1).developed(light)[1] > PLAIN.developed(light)[1]
