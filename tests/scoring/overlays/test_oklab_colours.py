"""Back from OKLab to the screen."""

import numpy as np
import pytest

from scoring.assessors.oklab import oklch
from scoring.overlays.oklab_colours import largest_chroma, srgb_of_oklch
from scoring.srgb import SRGB_TO_LINEAR


def test_colours_survive_the_way_there_and_back():
    rgb = np.random.default_rng(0).integers(0, 256, (40, 50, 3), np.uint8)
    there = oklch(SRGB_TO_LINEAR[rgb])
    back = srgb_of_oklch(there.lightness, there.chroma, there.hue_deg)
    assert np.abs(back.astype(int) - rgb).max() <= 1


def test_colours_outside_srgb_are_cut_off():
    assert srgb_of_oklch(np.array([[0.7]]), np.array([[0.4]]), np.array([[195.0]])).dtype == np.uint8


@pytest.mark.parametrize("corner", [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 255, 255)])
def test_srgbs_corners_have_the_most_chroma_of_their_hue(corner):
    there = oklch(SRGB_TO_LINEAR[np.array([[corner]], np.uint8)])
    found = largest_chroma(float(there.lightness[0, 0]), there.hue_deg[0].astype(np.float64))
    assert found[0] == pytest.approx(float(there.chroma[0, 0]), abs=0.004)
