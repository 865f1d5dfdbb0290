"""What the colour assessor's words promise."""

from dataclasses import replace

import numpy as np
import pytest

from scoring.assessors.colour_cast import Cast
from scoring.assessors.colour_words import explain, white_balance_of
from scoring.assessors.gamut_edge import GamutEdge
from scoring.assessors.harmony import Harmony
from scoring.assessors.hue_ring import DominantHue, HueRing

NO_CAST = Cast(0.0, 0.0)
NO_EDGE = GamutEdge(0.0, (0.0, 0.0, 0.0))


def ring_of(*hues_deg):
    dominant = tuple(DominantHue(hue_deg, 0.4, 0.6, 0.12) for hue_deg in hues_deg)
    return HueRing((1.0 / 12.0,) * 12, dominant, 0.6, np.zeros((6, 360)))


@pytest.mark.parametrize(
    ("strength", "hue_deg", "level"),
    [
        (0.08, 70.0, "too warm"),
        (0.03, 70.0, "slightly warm"),
        (0.03, 250.0, "slightly cold"),
        (0.08, 250.0, "too cold"),
        (0.08, 140.0, None),
        (0.01, 70.0, None),
        (0.0, 0.0, None),
    ],
)
def test_white_balance_is_said_on_the_scale_only_where_a_cast_is_sure(strength, hue_deg, level):
    assert white_balance_of(Cast(strength, hue_deg)) == level


def test_words_tell_the_colour_of_what_is_lit_in_a_black_frame():
    moon = replace(ring_of(80.0), coloured_fraction=0.02, black_fraction=0.97)
    assert explain("muted", 5.0, moon, NO_CAST, NO_EDGE) == ("Mostly black; what is lit is mostly orange.",)
    grey_moon = replace(moon, coloured_fraction=0.005)
    assert explain("muted", 5.0, grey_moon, NO_CAST, NO_EDGE)[0].startswith("Hardly any colour")


def test_words_tell_that_two_colours_lie_opposite():
    opposite = Harmony("I", 70.0, 1.0)
    reasons = explain("normal saturation", 40.0, ring_of(70.0, 250.0), NO_CAST, NO_EDGE, opposite)
    assert reasons == (
        "Colours of normal strength, mostly orange and blue.",
        "The two lie opposite each other on the colour wheel.",
    )


@pytest.mark.parametrize("harmony", [None, Harmony("i", 70.0, 1.0), Harmony("T", 70.0, 1.0)])
def test_words_tell_nothing_of_other_templates(harmony):
    assert len(explain("normal saturation", 40.0, ring_of(70.0, 250.0), NO_CAST, NO_EDGE, harmony)) == 1


@pytest.mark.parametrize("hues_deg", [(70.0, 130.0), (70.0, 215.0), (240.0, 70.0, 110.0)])
def test_words_call_no_two_hues_opposite_that_are_not(hues_deg):
    assert len(explain("normal saturation", 40.0, ring_of(*hues_deg), NO_CAST, NO_EDGE, Harmony("Y", 70.0, 1.0))) == 1


@pytest.mark.parametrize("hues_deg", [(70.0,), (70.0, 130.0, 250.0)])
def test_words_tell_of_opposites_only_where_two_colours_are_named(hues_deg):
    assert len(explain("normal saturation", 40.0, ring_of(*hues_deg), NO_CAST, NO_EDGE, Harmony("X", 70.0, 1.0))) == 1


ROSES = GamutEdge(0.06, (0.05, 0.0, 0.01))


def test_words_tell_which_channel_a_vivid_colour_has_blown():
    *_, last = explain("vivid", 90.0, ring_of(20.0), NO_CAST, ROSES)
    assert last.startswith("In 5.0 % of the frame vivid colour has blown the red channel")


@pytest.mark.parametrize("full", [(0.02, 0.0, 0.0), (0.05, 0.04, 0.0)])
def test_words_tell_nothing_of_a_small_area_or_of_two_channels_together(full):
    assert len(explain("vivid", 90.0, ring_of(20.0), NO_CAST, GamutEdge(0.06, full))) == 1


def test_coloured_light_is_told_of_and_not_the_channel_that_it_fills():
    said = explain("cold", 40.0, ring_of(250.0), Cast(0.08, 250.0), GamutEdge(0.06, (0.0, 0.0, 0.06)))
    assert not any("channel" in sentence for sentence in said)


def test_colours_that_are_too_vivid_altogether_are_told_of_once():
    said = explain("too vivid", 120.0, ring_of(20.0), NO_CAST, GamutEdge(0.3, (0.3, 0.0, 0.0)))
    assert len(said) == 1


@pytest.mark.parametrize(
    ("colourfulness", "cast", "sentence"),
    [
        (90.0, 0.03, "Vivid colours, mostly orange."),
        (8.0, 0.03, "Muted colours, mostly orange."),
        (40.0, 0.09, "The colours are mostly orange."),
        (40.0, 0.0, "Colours of normal strength, mostly orange."),
    ],
)
def test_saturation_is_told_whatever_the_light_and_nothing_is_normal_in_coloured_light(colourfulness, cast, sentence):
    assert explain("any", colourfulness, ring_of(70.0), Cast(cast, 70.0), NO_EDGE)[-1] == sentence


@pytest.mark.parametrize(("black", "greys"), [(0.0, "greys"), (0.3, "greys and black")])
def test_black_is_told_of_only_where_there_is_some(black, greys):
    ring = HueRing((0.0,) * 12, (), 0.02, np.zeros((6, 360)), black)
    assert explain("muted", 5.0, ring, NO_CAST, NO_EDGE) == (f"Hardly any colour, only {greys}.",)
