"""A change of bytes as a few replaced stretches, which can be turned round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Splice:
    """The bytes from `start` to before `end` become `replacement`."""

    start: int
    end: int
    replacement: bytes


def applied(data: bytes, splices: Sequence[Splice]) -> bytes:
    """`data` with all splices, whose places are those of `data`; ordered and apart, else ValueError."""
    parts: list[bytes] = []
    position = 0
    for splice in splices:
        if not position <= splice.start <= splice.end <= len(data):
            raise ValueError("splices overlap or lie outside")
        parts += (data[position : splice.start], splice.replacement)
        position = splice.end
    parts.append(data[position:])
    return b"".join(parts)


def reversed_splices(data: bytes, splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """The splices that make `applied(data, splices)` into `data` again."""
    back: list[Splice] = []
    moved = 0
    for splice in splices:
        start = splice.start + moved
        back.append(Splice(start, start + len(splice.replacement), data[splice.start : splice.end]))
        moved += len(splice.replacement) - (splice.end - splice.start)
    return tuple(back)
