"""Marks as JSON in a column, only what is set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

from index.catalog.json_column import decoded, encoded
from index.photo.marks import NO_MARKS, CropBox, Flag, Mark, Marks


def encoded_marks(marks: Marks) -> str:
    """One text in ASCII."""
    values: dict[str, Any] = {}
    for mark in Mark:
        value = getattr(marks, mark)
        if value != getattr(NO_MARKS, mark):
            values[mark] = astuple(value) if isinstance(value, CropBox) else value
    return encoded(values)


def decoded_marks(column: Iterable[str]) -> list[Marks]:
    """The marks of many rows."""
    return [_marks(values) for values in decoded(column)]


def encoded_names(marks: frozenset[Mark]) -> str:
    """The names of some marks, parted by blanks, always in one order."""
    return " ".join(sorted(marks))


def decoded_names(text: str) -> frozenset[Mark]:
    """Back from `encoded_names`."""
    return frozenset(Mark(name) for name in text.split())


def _marks(values: dict[str, Any]) -> Marks:
    return Marks(
        rating=values.get(Mark.RATING),
        flag=Flag(values[Mark.FLAG]) if Mark.FLAG in values else None,
        labels=tuple(values.get(Mark.LABELS, ())),
        keywords=tuple(values.get(Mark.KEYWORDS, ())),
        crop=CropBox(*values[Mark.CROP]) if Mark.CROP in values else None,
    )
