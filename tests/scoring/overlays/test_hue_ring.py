"""The photo in the colours of its ring."""

import numpy as np

from scoring.assessment import Assessment, cannot_judge
from scoring.assessors.oklab import oklch
from scoring.overlays.hue_ring import OVERLAY, paint_bins
from scoring.overlays.legend_key import Key
from scoring.overlays.oklab_colours import srgb_of_oklch
from scoring.overlays.ring_colours import ring_colours
from scoring.srgb import SRGB_TO_LINEAR
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


def keys(layer):
    return [row.meaning for part in layer.legend if isinstance(part, Key) for row in part.rows]


def test_the_harmony_template_is_drawn_and_told_where_the_verdict_names_one():
    lightness, chroma = np.linspace(0.3, 0.7, 300)[None], np.linspace(0.03, 0.12, 200)[:, None]
    red = frame_of(srgb_of_oklch(lightness, chroma, np.full((200, 300), 25.0)))
    named, unnamed = (Assessment(0.8, 0.7, "vivid", ("Red.",), {"harmony_template": name}) for name in ("i", None))
    assert keys(OVERLAY.paint(red, named, 300)) == ["inner arc: one hue (harmony template i)"]
    assert keys(OVERLAY.paint(red, unnamed, 300)) == []


def test_an_abstention_colours_nothing():
    layer = OVERLAY.paint(frame_of(np.full((20, 30, 3), (200, 30, 30), np.uint8)), cannot_judge("Too small."), 300)
    assert (layer.picture == layer.picture[..., :1]).all()
    assert keys(layer) == ["not judged"]
