"""Three-way merge of one mark: what both sides last agreed on, ours, and what stands in the file now. People beat machines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from index.photo.marks import CropBox, Flag, Mark, Marks

Value = int | Flag | tuple[str, ...] | CropBox | None
"""Of one mark, as a field of `Marks` has it."""


class Merge(StrEnum):
    """What to do about one mark in one file."""

    SAME = "same"
    """It says what we would write."""
    WRITE = "write"
    THEIRS = "theirs"
    """A person's stands there, or a person took ours away: it is left alone."""
    CONFLICT = "conflict"
    """Two people's marks, one here and one there, changed apart: both are left alone, and told."""


@dataclass(frozen=True, slots=True)
class Known:
    """What we last wrote or read in that file."""

    value: Value
    by_person: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """What we would write."""

    value: Value
    by_person: bool


def merged(mark: Mark, wish: Wish, known: Known | None, theirs: Value) -> Merge:
    """What becomes of `mark` in a file that says `theirs` now; `known` is None where we never met it there."""
    base = None if known is None else known.value
    if same_value(mark, wish.value, theirs):
        return Merge.SAME
    if same_value(mark, base, theirs):
        # Nobody touched it since, so the newer one is ours; but a machine has no say about what a person gave or took away.
        persons = known is not None and known.by_person
        return Merge.THEIRS if persons and not wish.by_person else Merge.WRITE
    if not wish.by_person or (known is not None and same_value(mark, wish.value, base)):
        return Merge.THEIRS
    return Merge.CONFLICT


def value_of(marks: Marks, mark: Mark) -> Value:
    """The field of `marks` that `mark` names."""
    value: Value = getattr(marks, mark.value)
    return value


def with_value(marks: Marks, mark: Mark, value: Value) -> Marks:
    """The same marks with another value of one."""
    return replace(marks, **{mark.value: value})  # type: ignore[arg-type]


def is_unset(mark: Mark, value: Value) -> bool:
    """Whether nothing is said: no stars is as good as none given, and taken off is as good as no flag."""
    return not value or (mark is Mark.FLAG and value == Flag.UNFLAGGED)


def same_value(mark: Mark, one: Value, other: Value) -> bool:
    """Whether both say the same; crops but for rounding, keywords and labels in any order."""
    if is_unset(mark, one) or is_unset(mark, other):
        return is_unset(mark, one) and is_unset(mark, other)
    if isinstance(one, CropBox) and isinstance(other, CropBox):
        return one.agrees_with(other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return sorted(one) == sorted(other)
    return one == other
