"""When `--live` writes: a moment after marks were given, and not again and again what could not be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assist_cli.workflows.cull.unsaved_marks import Unsaved
from index.photo.marks import Marks

LIVE_AFTER_S = 1.0
"""Quiet after a mark before `--live` writes: a choice; whoever marks a burst writes once."""


class LiveSaving:
    """Asked every `LIVE_AFTER_S`."""

    def __init__(self) -> None:
        self._tried: Mapping[Path, Marks] = {}

    def is_due(self, unsaved: Sequence[Unsaved]) -> bool:
        """Whether to write these now. What could not be written is told once, and tried again with the next mark."""
        wanted = {one.photo.path: one.photo.marks for one in unsaved}
        if not wanted or wanted == self._tried:
            return False
        self._tried = wanted
        return True
