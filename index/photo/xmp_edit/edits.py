"""The changes that can be asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

ListKind: TypeAlias = Literal["Seq", "Bag"]


@dataclass(frozen=True, slots=True)
class SetSimple:
    """The property `name` has this value and no other; None: it is not there."""

    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class SetList:
    """The property is a list of exactly these texts; None or none: it is not there. A list that stands keeps its kind."""

    name: str
    kind: ListKind
    items: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class AddItems:
    """These texts are in the list, behind those that are there; `kind` for a list that is not there yet."""

    name: str
    kind: ListKind
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveItems:
    """These texts are not in the list; the property goes with its last item."""

    name: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetStructs:
    """The list loses the items at these positions (as `XmpPacket.structs` counts them) and gains these at its end.

    A new item is an rdf:li with the fields as attributes; names are ours.
    """

    name: str
    kind: ListKind
    remove: frozenset[int]
    append: tuple[Mapping[str, str], ...]


Edit: TypeAlias = SetSimple | SetList | AddItems | RemoveItems | SetStructs
