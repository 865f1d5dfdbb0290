"""More photos than one statement of SQLite can name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

Value = TypeVar("Value")

# SQLite takes at most 32,766 parameters in a statement (https://www.sqlite.org/limits.html).
IDS_AT_ONCE = 10_000


def in_parts(ids: Iterable[int]) -> Iterator[tuple[str, list[int]]]:
    """The ids part by part, each with one `?` an id to put into its statement."""
    return values_in_parts(int(row_id) for row_id in ids)


def values_in_parts(values: Iterable[Value]) -> Iterator[tuple[str, list[Value]]]:
    """As `in_parts`, of any values that SQLite takes."""
    wanted = list(values)
    for start in range(0, len(wanted), IDS_AT_ONCE):
        part = wanted[start : start + IDS_AT_ONCE]
        yield ", ".join("?" * len(part)), part
