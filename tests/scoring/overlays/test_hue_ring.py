"""The photo in the colours of its ring."""

import numpy as np

from scoring.assessors.oklab import oklch
from scoring.frame import SRGB_TO_LINEAR
from scoring.overlays.hue_ring import OVERLAY, paint_bins
from scoring.overlays.ring_colours import ring_colours
from tests.scoring.overlays.conftest import frame_of


def linear(rgb):
    return SRGB_TO_LINEAR[rgb]


def test_neutral_parts_are_grey_and_coloured_ones_have_their_bins_hue():
    rgb = np.full((200, 300, 3), 128, np.uint8)
    rgb[:, 150:] = (200, 30, 30)
    colours = ring_colours(oklch(linear(rgb)))
    shown = paint_bins(rgb, colours)
    assert np.ptp(shown[:, :140].astype(int), axis=2).max() <= 1
    hue = oklch(linear(shown[:, 160:])).hue_deg
    assert np.abs(hue - colours.hue_deg[0]).max() < 2.0


def test_a_black_and_white_photo_names_no_hue(said):
    tinted = np.full((200, 300, 3), 128, np.uint8)
    tinted[0, 0] = (200, 30, 30)
    plain = np.full((200, 300, 3), 128, np.uint8)
    rings = [OVERLAY.paint(frame_of(rgb), said, 300).legend[0].picture for rgb in (tinted, plain)]
    assert (rings[0] == rings[1]).mean() > 0.98
