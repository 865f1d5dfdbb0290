"""Changes properties of a packet in its text, so that all other bytes stay."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.photo.xmp import XmpPacket, read_xmp
from index.photo.xmp_edit.changes import Changes, Piece
from index.photo.xmp_edit.choose_place import add_description, home_of, prefers_elements
from index.photo.xmp_edit.edits import Edit, ListKind, SetStructs
from index.photo.xmp_edit.new_packet import NEW_PACKET
from index.photo.xmp_edit.splices import Splice, applied
from index.photo.xmp_edit.tokens import Element, root_of
from index.photo.xmp_edit.verify import refuse_other_changes, refuse_other_reading
from index.photo.xmp_edit.wanted import Value, value_of, wanted
from index.photo.xmp_edit.write_property import add_element, rewrite
from index.photo.xmp_encoding import PacketText, packet_text
from index.photo.xmp_errors import UnsafeEditError
from index.photo.xmp_values import Statement, descriptions, statements


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
    before = read_xmp(data)
    text = packet_text(data)
    ...
    raise NotImplementedError
