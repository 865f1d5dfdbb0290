"""How places in a frame are called."""

import pytest

from scoring.assessors.place_words import extent_in_words, place_in_words, third_in_words


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        (0.5, 0.5, "the centre"),
        (0.1, 0.5, "the left"),
        (0.5, 0.9, "the bottom"),
        (0.5, 0.0, "the top"),
        (0.1, 0.9, "the lower left"),
        (1.0, 0.1, "the upper right"),
    ],
)
def test_place_is_named_by_thirds_of_the_frame(x, y, words):
    assert place_in_words(x, y) == words


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [
        (0.33, 0.5, "the left third, at mid-height"),
        (0.33, 0.1, "the left third, at the top"),
        (0.9, 0.66, "the lower third, at the right"),
        (0.67, 0.34, "the upper right third"),
        (0.5, 0.66, "the lower third, centred from left to right"),
        (0.5, 0.5, None),
        (0.42, 0.58, None),
        (0.05, 0.9, None),
    ],
)
def test_third_is_named_only_on_a_third_line(x, y, words):
    assert third_in_words(x, y) == words


def test_what_reaches_from_top_to_bottom_lies_nowhere_along_its_third():
    assert third_in_words(0.33, 0.45, (0.1, 0.9)) == "the left third"


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((0.0, 0.1, 1.0, 0.9), "over most of the frame"),
        ((0.05, 0.35, 1.0, 0.7), "in a band across the middle"),
        ((0.0, 0.7, 1.0, 1.0), "in a band across the bottom"),
        ((0.0, 0.0, 0.2, 0.9), "in a band down the left"),
        ((0.4, 0.3, 0.6, 0.7), None),
    ],
)
def test_extent_is_named_only_of_what_reaches_from_side_to_side(box, words):
    assert extent_in_words(box) == words
