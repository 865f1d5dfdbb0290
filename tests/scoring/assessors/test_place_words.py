"""How places in a frame are called."""

import pytest

from scoring.assessors.place_words import place_in_words, third_in_words


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
        (0.33, 0.5, "the left third"),
        (0.67, 0.34, "the upper right third"),
        (0.5, 0.66, "the lower third"),
        (0.5, 0.5, None),
        (0.42, 0.58, None),
        (0.05, 0.9, None),
    ],
)
def test_third_is_named_only_on_a_third_line(x, y, words):
    assert third_in_words(x, y) == words
