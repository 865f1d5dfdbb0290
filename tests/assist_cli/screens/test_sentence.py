"""Sentences on a line of their own."""

from __future__ import annotations

import pytest

from assist_cli.screens.sentence import sentence


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the file ends early", "The file ends early."),
        ("is it sharp?", "Is it sharp?"),
        ("dsc_0412.jpg is sharper", "dsc_0412.jpg is sharper."),
        ("", "."),
    ],
)
def test_sentence_begins_and_ends_as_one(words, told):
    assert sentence(words) == told
