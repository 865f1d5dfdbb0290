"""What the colour assessor's words promise."""

import numpy as np
import pytest

from scoring.assessors.colour_cast import Cast
from scoring.assessors.colour_words import explain, white_balance_of
from scoring.assessors.harmony import Harmony
from scoring.assessors.hue_ring import DominantHue, HueRing

NO_CAST = Cast(0.0, 0.0)


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


def test_words_tell_that_two_colours_lie_opposite():
    opposite = Harmony("I", 70.0, 1.0)
    reasons = explain("natural", ring_of(70.0, 250.0), NO_CAST, 0.0, opposite)
    assert reasons == (
        "Natural colours, mostly orange and blue.",
        "The two lie opposite each other on the colour wheel.",
    )


@pytest.mark.parametrize("harmony", [None, Harmony("i", 70.0, 1.0), Harmony("T", 70.0, 1.0)])
def test_words_tell_nothing_of_other_templates(harmony):
    assert len(explain("natural", ring_of(70.0, 250.0), NO_CAST, 0.0, harmony)) == 1


@pytest.mark.parametrize("hues_deg", [(70.0,), (70.0, 130.0, 250.0)])
def test_words_tell_of_opposites_only_where_two_colours_are_named(hues_deg):
    assert len(explain("natural", ring_of(*hues_deg), NO_CAST, 0.0, Harmony("X", 70.0, 1.0))) == 1
