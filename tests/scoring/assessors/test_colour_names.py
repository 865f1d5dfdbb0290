"""Colours get the names that people give them."""

import numpy as np
import pytest

from scoring.assessors.colour_names import name_cast, name_hue, name_hues
from scoring.assessors.hue_ring import DominantHue
from scoring.assessors.oklab import oklch
from scoring.srgb import SRGB_TO_LINEAR


def hue_of(*rgb):
    seen = oklch(SRGB_TO_LINEAR[np.array([[rgb]], np.uint8)])
    return DominantHue(*(float(part[0, 0]) for part in (seen.hue_deg, np.ones((1, 1)), seen.lightness, seen.chroma)))


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ((255, 0, 0), "red"),
        ((255, 140, 0), "orange"),
        ((255, 255, 0), "yellow"),
        ((0, 255, 0), "green"),
        ((0, 255, 255), "cyan"),
        ((0, 0, 255), "blue"),
        ((255, 0, 255), "magenta"),
        ((255, 105, 180), "pink"),
        ((210, 180, 140), "beige"),
        ((100, 75, 50), "brown"),
        ((70, 110, 40), "green"),
        ((128, 128, 0), "green"),
        ((150, 155, 60), "green"),
        ((240, 220, 80), "yellow"),
        ((90, 66, 60), "brown"),
        ((214, 192, 186), "beige"),
        ((178, 34, 34), "red"),
        ((255, 127, 80), "orange"),
    ],
)
def test_known_colour_is_called_by_its_name(rgb, name):
    assert name_hue(hue_of(*rgb)) == name


@pytest.mark.parametrize("hue_deg", [0.0, 15.0, 359.9, 360.0])
def test_ring_closes_in_pink(hue_deg):
    assert name_hue(DominantHue(hue_deg, 1.0, 0.6, 0.1)) == "pink"


@pytest.mark.parametrize(
    ("colours", "told"),
    [
        ((), ""),
        (((0, 255, 0),), "green"),
        (((0, 0, 255), (210, 180, 140)), "blue and beige"),
        (((255, 0, 0), (0, 255, 0), (0, 0, 255)), "red, green and blue"),
        (((0, 255, 0), (70, 110, 40)), "green"),
    ],
)
def test_several_colours_are_listed_as_one_says_them_and_none_twice(colours, told):
    assert name_hues(tuple(hue_of(*rgb) for rgb in colours)) == told


@pytest.mark.parametrize(
    ("hue_deg", "name"),
    [(70.0, "warm"), (140.0, "green"), (250.0, "cold"), (330.0, "magenta"), (0.0, "magenta"), (30.0, "warm")],
)
def test_cast_runs_from_warm_to_cold_and_from_green_to_magenta(hue_deg, name):
    assert name_cast(hue_deg) == name
