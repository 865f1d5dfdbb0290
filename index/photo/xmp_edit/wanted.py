"""What a property says where it stands, and what it shall say after a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from index.photo.xmp_edit.edits import AddItems, Edit, RemoveItems, SetList, SetSimple, SetStructs
from index.photo.xmp_values import N, Statement, fields_of, simple_value


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list: a text, or a structure by its fields."""

    text: str | None
    fields: Mapping[str, str] = field(default_factory=dict)
    position: int | None = None
    """Which of the items that stand there it is; None: a new one."""


@dataclass(frozen=True, slots=True)
class Structure:
    """A property that is neither a simple value nor a list."""


Value: TypeAlias = str | tuple[Entry, ...] | Structure | None
"""None: the property does not stand there."""


def value_of(statement: Statement[N]) -> Value:
    """What stands in one place."""
    if statement.entries is not None:
        return tuple(Entry(simple_value(li), fields_of(li), at) for at, li in enumerate(statement.entries))
    return Structure() if statement.simple is None else statement.simple


def said(value: Value) -> object:
    """A value to be compared: without the positions of its items."""
    return tuple((e.text, tuple(sorted(e.fields.items()))) for e in value) if isinstance(value, tuple) else value


def wanted(value: Value, edit: Edit) -> Value:
    """What shall stand there after the change; the same object where nothing changes."""
    match edit:
        case SetSimple():
            return edit.value
        case SetList():
            return _exactly(value, edit.items or ())
        case AddItems():
            standing = set(_texts(value))
            missing = tuple(dict.fromkeys(item for item in edit.items if item not in standing))
            return (*_entries(value), *map(Entry, missing)) if missing else value
        case RemoveItems():
            left = tuple(entry for entry in _entries(value) if entry.text not in edit.items)
            return value if len(left) == len(_entries(value)) else left or None
        case SetStructs():
            left = tuple(entry for at, entry in enumerate(_listed(value)) if at not in edit.remove)
            new = tuple(Entry(None if fields else "", dict(fields)) for fields in edit.append)
            return value if not new and len(left) == len(_listed(value)) else (*left, *new) or None


def _exactly(value: Value, items: Sequence[str]) -> Value:
    """Keeps the items that the list begins with already."""
    if not items or _texts(value) == list(items):
        return value if items else None
    same = 0
    listed = _listed(value)
    while same < min(len(listed), len(items)) and listed[same].text == items[same]:
        same += 1
    return (*listed[:same], *map(Entry, items[same:]))


def _listed(value: Value) -> tuple[Entry, ...]:
    return value if isinstance(value, tuple) else ()


def _entries(value: Value) -> tuple[Entry, ...]:
    """A simple value is a list of one, an empty one of none."""
    return (Entry(value),) if isinstance(value, str) and value else _listed(value)


def _texts(value: Value) -> list[str | None]:
    return [entry.text for entry in _entries(value)]
