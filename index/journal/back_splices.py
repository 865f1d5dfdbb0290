"""The way back from a written file to the file before it, as few bytes as it takes.

Not the file itself is kept: sidecars with drawn masks are megabytes, and a few bytes of them are ours.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence

from index.photo.xmp_edit.splices import Splice, applied, reversed_splices


def packed(before: bytes | None, after: bytes | None, splices: Sequence[Splice]) -> bytes:
    """The way back, zlib-packed: a line of JSON, `[[start, end, length], ...]`, and the replacements one after the other.

    Raises `ValueError` where the splices do not lead from `before` to `after`: what cannot be taken back is not written.
    """
    if before == after:
        raise ValueError("a write that changes nothing")
    back = _way_back(before, after, splices)
    if applied(after or b"", back) != (before or b""):
        raise ValueError("these splices do not lead back")
    places = [(splice.start, splice.end, len(splice.replacement)) for splice in back]
    return zlib.compress(b"\n".join((json.dumps(places).encode(), b"".join(splice.replacement for splice in back))))


def unpacked(way_back: bytes) -> tuple[Splice, ...]:
    """The splices that lead back; raises `ValueError` where they are damaged."""
    try:
        head, _, rest = zlib.decompress(way_back).partition(b"\n")
    except zlib.error as error:
        raise ValueError("the way back is damaged") from error
    splices: list[Splice] = []
    for start, end, length in json.loads(head):
        splices.append(Splice(start, end, rest[:length]))
        rest = rest[length:]
    return tuple(splices)


def _way_back(before: bytes | None, after: bytes | None, splices: Sequence[Splice]) -> tuple[Splice, ...]:
    if before is None:
        return (Splice(0, len(after or b""), b""),)
    if after is None:
        return (Splice(0, 0, before),)
    return reversed_splices(before, splices)
