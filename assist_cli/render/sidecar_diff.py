"""The exact difference between a sidecar and what would be written, line by line as `diff -u` has it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from assist_cli.render.plain_text import printable
from assist_cli.workflows.plan_sidecars import PlannedSidecar
from index.photo.sidecar_place import Place
from index.photo.xmp_encoding import packet_text

AROUND = 1
"""Unchanged lines shown around a change: enough to see where it is. A choice."""


def diff_lines(sidecar: PlannedSidecar) -> Iterator[str]:
    """Nothing where nothing changes; a new file is all new lines. Control characters are shown as `?`."""
    if sidecar.edited is None:
        return
    now, kind = sidecar.place.now, sidecar.place.place.place
    before = [] if now is None else _lines(now.data, kind)
    name = printable(sidecar.path)
    for line in difflib.unified_diff(
        before, _lines(sidecar.edited.data, kind), "(no file)" if now is None else name, name, n=AROUND, lineterm=""
    ):
        yield printable(line)


def _lines(data: bytes, place: Place) -> list[str]:
    if place is Place.RAWTHERAPEE:
        return data.decode("utf-8", "replace").splitlines()
    return packet_text(data).text.splitlines()
