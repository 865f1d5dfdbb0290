"""Marks as JSON in a column, only what is set; and names of marks."""

from __future__ import annotations

from collections.abc import Iterable

from index.catalog.json_column import decoded, encoded
from index.photo.marks import Mark, Marks
from index.photo.marks_json import marks_from_json, marks_to_json


def encoded_marks(marks: Marks) -> str:
    """One text in ASCII."""
    return encoded(marks_to_json(marks))


def decoded_marks(column: Iterable[str]) -> list[Marks]:
    """The marks of many rows."""
    return [marks_from_json(values) for values in decoded(column)]


def encoded_names(marks: frozenset[Mark]) -> str:
    """The names of some marks, parted by blanks, always in one order."""
    return " ".join(sorted(marks))


def decoded_names(text: str) -> frozenset[Mark]:
    """Back from `encoded_names`."""
    return frozenset(Mark(name) for name in text.split())
