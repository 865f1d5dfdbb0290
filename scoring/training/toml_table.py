"""A parsed TOML table as a dataclass: every key known, none missing, each of its type, or one sentence that says which is not."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar, get_args, get_type_hints

Made = TypeVar("Made")

IN_WORDS = {int: "a whole number", float: "a number", str: "a text"}


class TableError(ValueError):
    """A key is unknown, missing, or of the wrong type."""


def table_as(kind: type[Made], table: object, where: str = "") -> Made:
    """`table` as the dataclass `kind`, tables within it as its dataclass fields; raises `TableError`.

    A field is an int, a float, a str, a tuple of floats, a dataclass or a list of them; one with a default may be left out.
    `where` is the path of keys to `table`.
    """
    if not isinstance(table, dict):
        raise TableError(f"{where} must be a table")
    wanted = get_type_hints(kind)
    for key in table:
        if key not in wanted:
            raise TableError(f"{dotted(where, key)} is not a known key")
    for field in dataclasses.fields(kind):  # type: ignore[arg-type]
        if field.name not in table and field.default is dataclasses.MISSING:
            key = field.name
            raise TableError(f"{dotted(where, key)} is missing")
    return kind(**{key: value_as(kept, table[key], dotted(where, key)) for key, kept in wanted.items() if key in table})


def value_as(kind: Any, value: object, where: str) -> object:  # noqa: ANN401 - a type, or a tuple's generic alias
    """One value as `kind`; a whole number will do for a float."""
    if dataclasses.is_dataclass(kind):
        return table_as(kind, value, where)  # type: ignore[arg-type]
    parts = get_args(kind)
    if parts and parts[-1] is Ellipsis:
        if not isinstance(value, list):
            raise TableError(f"{where} must be a list of tables")
        return tuple(value_as(parts[0], item, f"{where}[{number}]") for number, item in enumerate(value, start=1))
    if parts:
        if not isinstance(value, list) or len(value) != len(parts):
            raise TableError(f"{where} must be a list of {len(parts)} numbers")
        return tuple(value_as(part, item, where) for part, item in zip(parts, value, strict=True))
    # In Python a bool is an int; in TOML it is not.
    if isinstance(value, bool) or not isinstance(value, (int, float) if kind is float else kind):
        raise TableError(f"{where} must be {IN_WORDS[kind]}")
    try:
        return kind(value)
    except OverflowError as error:
        raise TableError(f"{where} is too large a number") from error


def dotted(where: str, key: str) -> str:
    """TOML's dotted key."""
    return f"{where}.{key}" if where else key
