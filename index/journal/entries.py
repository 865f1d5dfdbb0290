"""What goes into the journal and comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from index.photo.marks import NO_MARKS, Mark, Marks
from index.photo.sidecar_place import Place
from index.photo.xmp_edit.splices import Splice


@dataclass(frozen=True, slots=True)
class Run:
    """One command that wrote files."""

    id: int
    name: str
    """The person's day and a number: `2026-11-22-3`."""
    started: datetime
    """UTC."""
    command: str
    """As it was given, for people."""
    undoes: int | None = None
    """The `id` of the run that it took back."""


@dataclass(frozen=True, slots=True)
class RunTally:
    """How many files a run wrote, moved or linked, and what became of them."""

    written: int = 0
    taken_back: int = 0
    """Of those written."""
    failed: int = 0
    """Or never come to."""
    unsure: int = 0
    """Perhaps written, and not taken back."""
    moved: int = 0
    """Of those written: not written, but moved."""
    linked: int = 0
    unlinked: int = 0

    @property
    def standing(self) -> int:
        """How many there may be to take back."""
        return self.written - self.taken_back + self.unsure


@dataclass(frozen=True, slots=True)
class PlannedWrite:
    """One sidecar that is about to be written, made (`before` is None) or taken away (`after` is None)."""

    path: Path
    """Absolute, without links: `safe_file.links.real_place`."""
    photo: Path
    before: bytes | None
    after: bytes | None
    splices: Sequence[Splice] = ()
    """From `before` to `after`; none are needed where the file is made or taken away."""
    marks_before: Marks = NO_MARKS
    marks_after: Marks = NO_MARKS
    changed: frozenset[Mark] = frozenset()
    """The marks that we write; of the others nothing is remembered."""
    people: frozenset[Mark] = frozenset()
    """Those of them that a person gave; the others are a machine's."""
    mode: int | None = None
    """Permission bits of the file before; of the file to come where it is made anew. None: whatever new files get."""
    mtime_ns: int | None = None
    """Modification time of the file before."""
    restores_mtime_ns: int | None = None
    """The modification time that the written file gets; None: the moment of writing, so that editors see the change."""
    takes_back: int | None = None
    """The `JournalWrite.id` that this undoes."""
    place: Place | None = None
    """Whose sidecar it is; its name does not tell where a link leads to it."""
    added: frozenset[str] = frozenset()
    """The properties that stand in the file after it and did not before, as `MarkFacts.present` names them."""
    asset_id: str = ""
    """Of the photo, by which it is found again where it was moved; empty: not known."""


class WriteState(StrEnum):
    """What became of a planned write."""

    INTENDED = "intended"
    """On its way, or a killed run has left it open; see `settle`."""
    DONE = "done"
    FAILED = "failed"
    """Not written, for the `reason` that stands beside it."""
    STOPPED = "stopped"
    """A killed run had not come to it when that was looked at. Its file is looked at again before an undo."""
    UNSURE = "unsure"
    """Perhaps written: after a kill the file was neither as before nor as written, or the drive failed at the last step."""


@dataclass(frozen=True, slots=True)
class JournalWrite:
    """A write as the journal keeps it: not the file, but enough to know it again and to find the way back."""

    id: int
    run: int
    path: Path
    """Where the file lies now, if it was moved by us since."""
    photo: Path
    state: WriteState
    reason: str
    """Why it failed; empty otherwise."""
    before_sha256: bytes | None
    after_sha256: bytes | None
    """None: no file."""
    way_back: bytes = field(repr=False)
    """Packed; see `back_splices`."""
    marks_before: Marks
    marks_after: Marks
    changed: frozenset[Mark]
    mode: int | None
    mtime_ns: int | None
    taken_back: bool
    takes_back: int | None
    place: Place | None = None
    """None: written before the journal kept it."""
    added: frozenset[str] = frozenset()
    asset_id: str = ""
    is_displaced: bool = False
    """Whether the file is gone from there, and another one was moved to its name."""
