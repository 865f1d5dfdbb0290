"""Tables with several rows a photo: numbered on their way in, gathered by photo on their way out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlite_utils import Database

Item = TypeVar("Item")


def insert(
    db: Database,
    table: str,
    items_by_photo: Iterable[tuple[int, Sequence[Item]]],
    columns: Callable[[Item], Mapping[str, Any]],
) -> None:
    """Adds one row for each item; `columns` gives all but `photo_id` and `position`, its place among those of its photo."""
    db.table(table).insert_all(_rows(items_by_photo, columns))


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
