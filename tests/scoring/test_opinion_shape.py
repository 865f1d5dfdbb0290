"""What the shape of a distribution says, and of which weights it may be said."""

import dataclasses

import pytest

from scoring.opinion_shape import Tail, Width, learns_spread, shape_of
from scoring.rating_distribution import Quality
from weights.registry import DEFAULT_RATING_WEIGHTS, bundled_entries


def shape(*counts):
    return shape_of(Quality("test", tuple(count / sum(counts) for count in counts)))


@pytest.mark.parametrize(
    ("counts", "width"),
    [
        ((0, 0, 0, 0, 10, 80, 10, 0, 0, 0), Width.NARROW),
        ((0, 1, 3, 10, 21, 28, 22, 11, 3, 1), Width.USUAL),
        ((8, 6, 8, 10, 21, 17, 7, 8, 6, 9), Width.WIDE),
    ],
)
def test_width_is_told_beside_what_is_usual_at_that_mean(counts, width):
    assert shape(*counts).width is width


def test_a_few_far_below_the_rest_are_a_tail():
    assert shape(3, 2, 2, 3, 5, 15, 40, 25, 5, 0).tail is Tail.LOW
    assert shape(0, 5, 25, 40, 15, 5, 3, 2, 2, 3).tail is Tail.HIGH


def test_near_the_top_of_the_scale_ratings_below_are_no_tail_but_usual():
    top = shape(0, 0, 0, 1, 3, 9, 18, 24, 25, 20)
    assert top.tail is Tail.NONE


def entry_with(monkeypatch, spread):
    entry = bundled_entries()[DEFAULT_RATING_WEIGHTS]
    data = {key: value for key, value in entry.facts["data"].items() if key != "spread"}
    data |= {} if spread is None else {"spread": spread}
    entry = dataclasses.replace(entry, facts={**entry.facts, "data": data})
    monkeypatch.setattr("scoring.opinion_shape.entries", lambda: {"test": entry})


@pytest.mark.parametrize(
    ("spread", "learned"),
    [("learned from AVA's votes", True), ("a prior, not learned: means only", False), (None, None)],
)
def test_the_entry_says_whether_spread_was_learned(monkeypatch, spread, learned):
    entry_with(monkeypatch, spread)
    assert learns_spread("test") is learned


def test_of_weights_that_are_gone_nothing_is_known():
    assert learns_spread("gone.long_ago") is None
