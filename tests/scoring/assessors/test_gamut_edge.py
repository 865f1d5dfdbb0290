"""Where colours run into the end of sRGB, and which channel they run into."""

import numpy as np
import pytest

from index.photo.record import ExifFacts
from scoring.assessors.gamut_edge import GamutEdge, measure_gamut_edge
from scoring.frame import Frame


def edge_of(*colours):
    """The edge in a frame of equal vertical stripes."""
    rgb = np.repeat(np.array([colours], np.uint8), 60, axis=1).repeat(90, axis=0)
    return measure_gamut_edge(Frame(rgb, (rgb.shape[1], rgb.shape[0]), ExifFacts()))


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (128, 128, 128), (200, 60, 40), (255, 250, 230)])
def test_black_white_greys_natural_and_pale_colours_are_not_at_the_edge(colour):
    assert edge_of(colour) == GamutEdge(0.0, (0.0, 0.0, 0.0))


@pytest.mark.parametrize(
    ("colour", "name"), [((255, 40, 60), "red"), ((90, 252, 30), "green"), ((60, 20, 255), "blue")]
)
def test_vivid_colour_with_one_full_channel_names_it(colour, name):
    edge = edge_of(colour, (120, 120, 120), (60, 60, 60), (200, 200, 200))
    assert edge.fullest == (name, pytest.approx(0.25, abs=0.01))
    assert edge.fraction == pytest.approx(0.25, abs=0.01)


def test_dark_channel_beside_a_bright_one_is_at_the_edge_though_none_is_full():
    edge = edge_of((0, 180, 90), (120, 120, 120))
    assert edge.fraction == pytest.approx(0.5, abs=0.01)
    assert edge.fullest is None


def test_yellow_fills_two_channels_and_names_neither():
    assert edge_of((255, 255, 20), (120, 120, 120)).fullest is None


def test_red_and_blue_things_side_by_side_name_neither():
    assert edge_of((255, 20, 20), (20, 20, 255)).fullest is None
