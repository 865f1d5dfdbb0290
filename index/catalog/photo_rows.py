"""Tables with several rows a photo: numbered on their way in, gathered by photo on their way out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from sqlite3 import Connection
from typing import Any, TypeVar

Item = TypeVar("Item")


def insert(
    db: Connection,
    table: str,
    items_by_photo: Iterable[tuple[int, Sequence[Item]]],
    columns: Callable[[Item], Mapping[str, Any]],
) -> None:
    """Adds one row for each item; `columns` gives all but `photo_id` and `position`, its place among those of its photo."""
    insert_rows(db, table, _rows(items_by_photo, columns))


def insert_rows(db: Connection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Adds rows; all of them name the same columns."""
    rest = iter(rows)
    for first in rest:
        names = ", ".join(first)
        values = ", ".join(f":{name}" for name in first)
        db.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", chain([first], rest))


def gathered(items: Iterable[tuple[int, Item]]) -> dict[int, tuple[Item, ...]]:
    """(photo's id, item) -> the items of each photo, in the order they came."""
    by_photo: defaultdict[int, list[Item]] = defaultdict(list)
    for photo_id, item in items:
        by_photo[photo_id].append(item)
    return {photo_id: tuple(found) for photo_id, found in by_photo.items()}


def _rows(
    items_by_photo: Iterable[tuple[int, Sequence[Item]]], columns: Callable[[Item], Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    for photo_id, items in items_by_photo:
        for position, item in enumerate(items):
            yield {"photo_id": photo_id, "position": position, **columns(item)}
