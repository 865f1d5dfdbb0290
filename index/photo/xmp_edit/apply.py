"""Changes properties of a packet in its text, so that all other bytes stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from index.photo.xmp import XmpPacket, read_xmp
from index.photo.xmp_edit.changes import Changes, Piece, respelled
from index.photo.xmp_edit.choose_place import add_description, home_of, prefers_elements
from index.photo.xmp_edit.edits import Edit, ListKind, SetStructs
from index.photo.xmp_edit.new_packet import NEW_PACKET
from index.photo.xmp_edit.splices import Splice, applied
from index.photo.xmp_edit.tokens import Element, root_of
from index.photo.xmp_edit.verify import refuse_other_changes, refuse_other_reading
from index.photo.xmp_edit.wanted import Value, value_of, wanted
from index.photo.xmp_edit.write_property import add_element, rewrite
from index.photo.xmp_encoding import PacketText, packet_text
from index.photo.xmp_errors import UnsafeEditError, XmpError
from index.photo.xmp_names import clark, our_name
from index.photo.xmp_values import Statement, statements


@dataclass(frozen=True, slots=True)
class EditedXmp:
    """A packet after a change, and the change itself in places of the packet before it."""

    data: bytes
    splices: tuple[Splice, ...]


def edited(data: bytes | None, edits: Sequence[Edit]) -> EditedXmp:
    """The packet with the edits made in their order; None starts a new one.

    Without a change, the bytes are the same and there are no splices (of a new packet: no bytes). A property that stands twice
    is changed in both places. XmpError where the packet cannot be read; UnsafeEditError where the result, read again, says
    anything else than the packet said and the edits ask for.
    """
    if data is None:
        new = edited(NEW_PACKET, edits)
        return EditedXmp(new.data, (Splice(0, 0, new.data),)) if new.splices else EditedXmp(b"", ())
    before, packet = read_xmp(data), packet_text(data)
    root = root_of(packet.text)
    plans = _planned(root, edits)
    refuse_other_reading(before, {name: plan.now for name, plan in plans.items()})
    plans = {name: plan for name, plan in plans.items() if plan.now != plan.then}
    if not plans:
        return EditedXmp(data, ())
    splices = _spliced(packet, _pieces(root, plans))
    after = applied(data, splices)
    refuse_other_changes(before, _read_again(after), {name: plan.then for name, plan in plans.items()})
    return EditedXmp(after, splices)


@dataclass(slots=True)
class _Plan:
    """One property: where it stands (None: nowhere yet), what stands there, what shall."""

    places: list[Statement[Element] | None]
    now: list[Value]
    then: list[Value]
    kind: ListKind = "Bag"


def _planned(root: Element, edits: Sequence[Edit]) -> dict[str, _Plan]:
    standing = statements(root)
    plans: dict[str, _Plan] = {}
    for edit in edits:
        name = our_name(clark(edit.name))
        if name not in plans:
            places = standing.get(name)
            now: list[Value] = [value_of(place) for place in places] if places else [None]
            plans[name] = _Plan([*places] if places else [None], now, [*now])
        plan = plans[name]
        plan.then = [wanted(value, part) for value, part in zip(plan.then, _parts(edit, plan.then), strict=True)]
        plan.kind = getattr(edit, "kind", plan.kind)
    return plans


def _parts(edit: Edit, values: Sequence[Value]) -> Iterator[Edit]:
    """The change for each place: positions count through all lists, and new structures stand behind the last one."""
    if not isinstance(edit, SetStructs):
        yield from (edit for _ in values)
        return
    first = 0
    for at, value in enumerate(values, start=1):
        length = len(value) if isinstance(value, tuple) else 0
        remove = frozenset(position - first for position in edit.remove)
        first += length
        yield replace(edit, remove=remove, append=edit.append if at == len(values) else ())


def _pieces(root: Element, plans: Mapping[str, _Plan]) -> list[Piece]:
    changes = Changes(root.document)
    as_elements = prefers_elements(root)
    for name, plan in plans.items():
        for place, now, then in zip(plan.places, plan.now, plan.then, strict=True):
            if now == then:
                continue
            if place is not None:
                rewrite(changes, place, then, plan.kind)
            elif (home := home_of(root, name)) is None:
                return _in_new_description(root, plans)
            elif isinstance(then, str) and not as_elements:
                changes.add_attribute(home, name, then)
            else:
                add_element(changes, home, name, then, plan.kind)
    return changes.pieces()


def _in_new_description(root: Element, plans: Mapping[str, _Plan]) -> list[Piece]:
    """Nothing stands in the packet yet: all that is new is one stretch of it."""
    changes = Changes(root.document)
    add_description(changes, root)
    old, first = root.document, changes.pieces()
    new = respelled(old, first)
    new = respelled(new, _pieces(root_of(new), plans))
    start, end = first[0][0], first[-1][1]
    return [(start, end, new[start : len(new) - (len(old) - end)])]


def _spliced(packet: PacketText, pieces: Sequence[Piece]) -> tuple[Splice, ...]:
    """Places in the text as places in the bytes."""
    splices: list[Splice] = []
    characters, position = 0, packet.mark_bytes
    for start, end, text in pieces:
        first = position + len(packet.encoded(packet.text[characters:start]))
        position = first + len(packet.encoded(packet.text[start:end]))
        characters = end
        splices.append(Splice(first, position, packet.encoded(text)))
    return tuple(splices)


def _read_again(after: bytes) -> XmpPacket:
    try:
        return read_xmp(after)
    except XmpError as broken:
        raise UnsafeEditError(f"the change would damage it: {broken.message}") from broken
