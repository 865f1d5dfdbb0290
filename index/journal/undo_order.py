"""Files that one run wrote several times are taken back last write first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from index.journal.entries import JournalWrite, PlannedWrite
from index.journal.moved_files import Finder, followed
from index.photo.safe_file.read import SidecarNow


def last_first(writes: Iterable[JournalWrite]) -> list[JournalWrite]:
    """The last write of every file, then the last but one, and so on; otherwise in the order in which they were written."""
    ordered = sorted(writes, key=lambda write: write.id)
    seen: Counter[Path] = Counter()
    rounds: dict[int, int] = {}
    for write in reversed(ordered):
        rounds[write.id] = seen[write.path]
        seen[write.path] += 1
    return sorted(ordered, key=lambda write: rounds[write.id])


@dataclass
class FileLeft:
    """A file of which writes are taken back one after the other: where it lies, and what it holds after those so far."""

    first: JournalWrite | None = None
    now: SidecarNow | None = None
    is_refused: bool = False

    def found(self, write: JournalWrite, find: Finder) -> JournalWrite:
        """The write as of the place where its file lies now; the file is read the first time. Raises `SafeFileError`."""
        if self.first is None:
            self.first, self.now = followed(write, find)
        return replace(write, path=self.first.path, photo=self.first.photo)

    def took(self, plan: PlannedWrite | None, *, is_refused: bool) -> None:
        """What a step does to it."""
        self.is_refused = is_refused
        if plan is not None:
            self.now = _after(plan)


NEW_MODE = 0o644
"""Of a file that the journal knows no permissions of: a choice, as most systems make new files."""


def _after(plan: PlannedWrite) -> SidecarNow | None:
    if plan.after is None:
        return None
    mode = NEW_MODE if plan.mode is None else plan.mode
    return SidecarNow(plan.after, mode, plan.restores_mtime_ns or plan.mtime_ns or 0)
