"""Shows that a change did what was wanted and nothing else, before it may reach a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.photo.xmp import XmpPacket, entry_contents, same_elsewhere
from index.photo.xmp_edit.wanted import Entry, Value, said, value_of
from index.photo.xmp_errors import UnsafeEditError

Wanted = Mapping[str, Sequence[Value]]
"""By property, what shall stand in each place where it stands."""


def refuse_other_reading(before: XmpPacket, standing: Wanted) -> None:
    """UnsafeEditError unless lxml finds the same values as the search for their places in the text did."""
    if any(_read(before, name) != _asked(values) for name, values in standing.items()):
        raise UnsafeEditError("it is written in a way that is not understood for certain")


def refuse_other_changes(before: XmpPacket, after: XmpPacket, wanted: Wanted) -> None:
    """UnsafeEditError unless exactly the properties named changed, and to what is wanted."""
    if not same_elsewhere(before, after, frozenset(wanted)):
        raise UnsafeEditError("the change would touch something else in it")
    for name, values in wanted.items():
        if _read(after, name) != _asked(values):
            raise UnsafeEditError(f"{name} could not be set in it")
        _refuse_other_items(before, after, name, values)


def _refuse_other_items(before: XmpPacket, after: XmpPacket, name: str, values: Sequence[Value]) -> None:
    """What stays in a list stays as it was written, qualifiers and comments too."""
    lists = [value for value in values if isinstance(value, tuple)]
    if len(lists) != 1:
        return
    stood, stand = entry_contents(before, name), entry_contents(after, name)
    kept = [(at, entry) for at, entry in enumerate(lists[0]) if entry.position is not None]
    if any(stood[_position(entry)] != stand[at] for at, entry in kept):
        raise UnsafeEditError(f"the change would touch other items of {name}")


def _position(entry: Entry) -> int:
    return -1 if entry.position is None else entry.position


def _read(packet: XmpPacket, name: str) -> list[str]:
    return _asked([value_of(statement) for statement in packet.statements.get(name, ())])


def _asked(values: Sequence[Value]) -> list[str]:
    """Comparable whatever the order of the places, which a new form can change."""
    return sorted(repr(said(value)) for value in values if value is not None)
