"""Each artefact has its sentence; spots are hinted at and never called dust."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from scoring.assessors.artefact_findings import Findings
from scoring.assessors.artefact_words import NONE, SLIGHT, STRONG, explain, level_of
from scoring.assessors.banding import Banding
from scoring.assessors.jpeg_blocking import Blocking
from scoring.assessors.purple_fringe import Fringe


def findings(blocking=None, broken=0, moire=0, fringed=0, spots=()):
    return Findings(blocking, Banding(broken, broken, 80), moire, Fringe(12, fringed), list(spots))


def parts(*left):
    return SimpleNamespace(
        parts=dict(zip(("blocking", "banding", "moire", "purple_fringe"), left, strict=False)),
        spots=[],
        moire_tiles=0,
        fringe=Fringe(12, 0),
    )


@pytest.mark.parametrize(
    ("left", "level", "words"),
    [
        ((1.0, 1.0), NONE, "moire found"),
        ((0.94, 0.94), NONE, "moire found"),
        ((0.75, 0.76), SLIGHT, "begin to show"),
        ((0.75, 0.3), STRONG, "visible steps"),
    ],
)
def test_level_and_sentences_follow_the_worst_artefact(left, level, words):
    assert level_of(parts(*left)) == level
    assert words in explain(parts(*left))[0]


@pytest.mark.parametrize(
    ("found", "word"),
    [
        (findings(Blocking(2.5, 2.0, sure=True)), "JPEG blocks are plain"),
        (findings(Blocking(1.2, 1.2, sure=True)), "JPEG blocks begin"),
        (findings(broken=20), "visible steps"),
        (findings(moire=4), "false colours"),
        (findings(fringed=12), "purple rim"),
    ],
)
def test_every_artefact_is_told(found, word):
    assert word in explain(found)[0]


def test_a_grid_that_may_be_chance_costs_nothing():
    assert findings(Blocking(2.5, 2.0, sure=False)).parts["blocking"] == 1.0


def test_nothing_seen_is_said_so():
    assert explain(findings()) == ("No JPEG blocks, banding or moire found, and no purple rims on blown highlights.",)


def test_only_what_was_looked_for_is_said_not_to_be_there():
    nothing_blown = replace(findings(), fringe=Fringe(0, 0))
    reduced = replace(findings(), moire_tiles=None, fringe=None)
    assert explain(nothing_blown) == ("No JPEG blocks, banding or moire found.",)
    assert explain(reduced) == ("No JPEG blocks or banding found; moire and purple rims would not show at this size.",)


@pytest.mark.parametrize(
    ("spots", "start"),
    [
        ([(0.1, 0.1)], "One faint dark spot at the upper left"),
        ([(0.1, 0.1), (0.9, 0.9)], "Two faint dark spots at the upper left and at the lower right"),
        ([(0.1, 0.1), (0.2, 0.2)], "Two faint dark spots at the upper left;"),
        ([(0.1, 0.1)] * 5, "5 faint dark spots"),
    ],
)
def test_spots_are_dust_only_if_they_repeat(spots, start):
    sentence = explain(findings(spots=spots))[-1]
    assert sentence.startswith(start)
    assert "dust on the sensor if" in sentence
