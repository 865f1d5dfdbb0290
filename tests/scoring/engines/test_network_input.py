"""A photo of any shape becomes the input that the weights ask for."""

import dataclasses

import numpy as np
import pytest

from scoring.engines.network_input import input_size, network_input
from weights.entry import Preprocessing

WANTED = Preprocessing("area", 256, 1152, 8, (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1024, 683), (312, 208)),
        ((683, 1024), (208, 312)),
        ((768, 1024), (224, 296)),
        ((576, 1024), (192, 344)),
        ((384, 384), (256, 256)),
        ((50, 1000), (56, 1120)),
        ((1, 100_000), (32, 1152)),
        ((1, 1), (256, 256)),
    ],
)
def test_input_size_keeps_aspect_and_area_within_its_bounds(size, expected):
    assert input_size(*size, WANTED) == expected


def test_white_and_black_are_normalised_per_channel():
    white = network_input(np.full((400, 400, 3), 255, np.uint8), WANTED)
    assert white.shape == (1, 3, 256, 256)
    assert white[0, :, 5, 5] == pytest.approx([(1 - 0.485) / 0.229, (1 - 0.456) / 0.224, (1 - 0.406) / 0.225], abs=1e-5)
    black = network_input(np.zeros((400, 400, 3), np.uint8), WANTED)
    assert black[0, :, 5, 5] == pytest.approx([-0.485 / 0.229, -0.456 / 0.224, -0.406 / 0.225], abs=1e-5)


@pytest.mark.parametrize(
    ("size", "expected"),
    [((512, 512), (256, 256)), ((400, 600), (256, 384)), ((600, 400), (384, 256)), ((50, 1000), (256, 1152))],
)
def test_input_size_of_a_short_edge_keeps_the_aspect_up_to_the_longest_edge(size, expected):
    assert input_size(*size, dataclasses.replace(WANTED, fit="short_edge")) == expected


@pytest.mark.parametrize("size", [(512, 512), (400, 600), (50, 1000), (1, 1)])
def test_input_size_of_a_square_gives_the_aspect_up(size):
    assert input_size(*size, dataclasses.replace(WANTED, fit="square")) == (256, 256)


def test_pixels_keep_their_place_and_channels_come_as_red_green_blue():
    picture = np.random.default_rng(0).integers(0, 256, (256, 256, 3), np.uint8)
    expected = (picture / 255.0 - np.array(WANTED.mean)) / np.array(WANTED.sd)
    assert network_input(picture, WANTED)[0] == pytest.approx(expected.transpose(2, 0, 1), abs=1e-5)
