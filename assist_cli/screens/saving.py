"""Marks on their way into sidecars, and the words for what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from assist_cli.render.counted import counted
from assist_cli.render.plain_text import printable
from assist_cli.workflows.cull.counts import Counts
from assist_cli.workflows.cull.session import CullSession
from assist_cli.workflows.cull.unsaved_marks import Unsaved
from index.photo.errors import FailureKind

if TYPE_CHECKING:
    # All that writes sidecars is imported when something is to be written: the first photo should not wait for it.
    from assist_cli.workflows.cull.save_marks import SavedMarks
    from assist_cli.workflows.cull.save_request import SaveRequest
    from index.journal.open_run import OpenRun

MOST_NAMED = 5
WRITE_LATER = "assist sidecars write FOLDER --advice none"
"""Without the option it would write our advice too."""

OFFERED_AGAIN = "the next assist cull offers them again"


@dataclass
class Saving:
    """`is_live`: after each mark, not only at the end. `undo`: the command that takes back what was written; None: nothing was.
    All writing of a cull is one run of the journal.
    """

    request: SaveRequest
    is_live: bool = False
    undo: str | None = None
    last: SavedMarks | None = None
    photos: set[Path] = field(default_factory=set)
    """Whose marks were brought into sidecars, by all writing of the cull."""
    _run: OpenRun | None = None

    def save(self, unsaved: Sequence[Unsaved]) -> SavedMarks:
        """In any thread, but in one at a time. Raises `JournalError`, `OSError`."""
        from assist_cli.workflows.cull.save_marks import save_marks
        from index.journal.journal_path import journal_path
        from index.journal.open_run import OpenRun

        if self._run is None:
            self._run = OpenRun(journal_path(self.request.catalog), self.request.command)
        return save_marks(self.request, unsaved, session=self._run)

    def took(self, saved: SavedMarks) -> None:
        """Keeps what became of it."""
        self.last = saved
        self.photos |= {one.photo.path for one in saved.saved}
        self.undo = saved.undo if saved.run is not None else self.undo

    def close(self) -> None:
        """Nothing more is written: from now on it can be taken back."""
        if self._run is not None:
            self._run.close()


def saved_words(saved: SavedMarks, count: int) -> Iterator[str]:
    """Of how many photos marks were written in all, then what was not written last and why."""
    if count or not has_trouble(saved):
        yield f"The marks of {counted(count, 'photo')} are in sidecars."
    yield from trouble_words(saved)


def trouble_words(saved: SavedMarks) -> Iterator[str]:
    """What could not be written, and why; nothing where all was."""
    for sidecar, error in [*saved.written.failed.items()][:MOST_NAMED]:
        yield f"Not written: {printable(sidecar.name)}: {printable(str(error))}"
    for unread in saved.written.unread[:MOST_NAMED]:
        where = printable(str(unread.path))
        if unread.kind is FailureKind.MISSING:
            yield f"Not written: {where} is not there any more; plug in its disk, then run assist cull again"
        else:
            yield f"Not written: {where}: {unread.message}; {unread.hint}"
    if saved.conflicts:
        names = _names(saved.conflicts)
        yield f"Marked otherwise by another program, left alone: {names} (assist sidecars status tells more)"
    if saved.gone:
        yield f"No longer there: {_names(saved.gone)}"


def has_trouble(saved: SavedMarks) -> bool:
    """Whether a mark is in no sidecar that should be in one."""
    return bool(saved.written.has_trouble or saved.conflicts or saved.gone)


def undo_words(undo: str) -> str:
    """How to take it back, on any later day."""
    return f"{undo} brings every sidecar back as it was"


def ended_words(session: CullSession, saving: Saving) -> Iterator[str]:
    """What stays to be read in the terminal once the screens are closed."""
    yield f"{counts_words(session.counts())}."
    if saving.undo:
        yield f"Sidecars are written; {undo_words(saving.undo)}."
    if saving.last is not None:
        yield from trouble_words(saving.last)
    unsaved = session.unsaved()
    if unsaved:
        photos = counted(len(unsaved), "photo")
        # A sidecar that a person deleted is made again by a cull alone, which asks.
        later = OFFERED_AGAIN if any(one.was_there for one in unsaved) else f"{WRITE_LATER} puts them beside the photos"
        yield f"The marks of {photos} are in the catalogue alone; {later}."


def counts_words(counts: Counts) -> str:
    """`212 photos: 40 picked, 31 rejected, 25 with stars, 116 left`."""
    return (
        f"{counted(counts.total, 'photo')}: {counts.picks} picked, {counts.rejects} rejected, "
        f"{counts.starred} with stars, {counts.left} left"
    )


def _names(photos: Sequence[Unsaved]) -> str:
    named = ", ".join(printable(one.photo.path.name) for one in photos[:MOST_NAMED])
    return named if len(photos) <= MOST_NAMED else f"{named} and {len(photos) - MOST_NAMED} more"
