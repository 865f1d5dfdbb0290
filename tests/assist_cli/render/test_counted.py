"""Counts in words."""

from assist_cli.render.counted import counted


def test_counts_are_told_in_words():
    assert [counted(number, "photo") for number in (0, 1, 2000)] == ["0 photos", "1 photo", "2,000 photos"]
