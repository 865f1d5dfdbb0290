"""JSON texts of many rows, decoded in one go."""

from __future__ import annotations

from index.catalog.json_column import decoded, encoded


def test_column_of_texts_comes_back_value_by_value():
    values = [{"a": [0.1, None]}, [], "Z\udcfcrich", 1 / 3, '",]']
    assert decoded(encoded(value) for value in values) == values


def test_empty_column_has_no_values():
    assert decoded([]) == []
