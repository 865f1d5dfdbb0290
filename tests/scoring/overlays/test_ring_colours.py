"""The twelve colours of a photo's ring."""

import numpy as np
import pytest

from scoring.assessors.hue_ring import RING_BINS
from scoring.assessors.oklab import oklch
from scoring.overlays.ring_colours import LIGHTNESS, bin_of, ring_colours
from scoring.srgb import SRGB_TO_LINEAR


def seen(*colours):
    return oklch(SRGB_TO_LINEAR[np.array([colours], np.uint8)])


def test_a_bin_is_shown_in_the_hue_of_what_is_in_it():
    red = seen((220, 20, 20), (250, 40, 40))
    colours = ring_colours(red)
    in_bin = int(bin_of(red.hue_deg)[0, 0])
    assert colours.hue_deg[in_bin] == pytest.approx(float(red.hue_deg.mean()), abs=1.0)


def test_empty_bins_are_shown_in_their_middle_hue():
    assert ring_colours(seen((128, 128, 128))).hue_deg.tolist() == [15.0 + 30.0 * number for number in range(RING_BINS)]


def test_all_twelve_are_equally_light():
    shown = oklch(SRGB_TO_LINEAR[ring_colours(seen((128, 128, 128))).srgb][None])
    assert shown.lightness == pytest.approx(np.full((1, RING_BINS), LIGHTNESS), abs=0.01)
