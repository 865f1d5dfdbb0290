"""What is told of marks from elsewhere, of one photo and of many."""

from __future__ import annotations

import pytest

from assist_cli.screens.news_words import marked_elsewhere, marks_read
from assist_cli.workflows.cull.read_marks import MarksRead


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (MarksRead(), None),
        (MarksRead(1), "1 photo had marks in sidecars"),
        (MarksRead(12), "12 photos had marks in sidecars"),
        (MarksRead(2, 1), "2 photos had marks in sidecars; 1 photo marked otherwise there: see assist sidecars status"),
        (MarksRead(0, 0, 3), "3 sidecars cannot be read: see assist sidecars doctor"),
    ],
)
def test_sidecars_are_told_by_numbers(read, words):
    said = marks_read(read, None)
    assert (said and said.text) == words


def test_trouble_names_what_happened_and_what_to_do():
    said = marks_read(None, OSError(28, "No space left on device", "/x"))
    assert said is not None
    assert said.is_trouble
    assert said.text.startswith("Sidecars were not read: No space left on device")


def test_one_photo_and_many():
    assert marked_elsewhere(1).text == "1 photo was marked elsewhere"
    assert marked_elsewhere(2).text == "2 photos were marked elsewhere"
