"""Marks on their way into sidecars, and the words for what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assist_cli.render.plain_text import printable
from assist_cli.workflows.cull.counts import Counts
from assist_cli.workflows.cull.kept_marks import Unsaved
from assist_cli.workflows.cull.session import CullSession

if TYPE_CHECKING:
    # All that writes sidecars is imported when something is to be written: the first photo should not wait for it.
    from assist_cli.workflows.cull.save_marks import SavedMarks
    from assist_cli.workflows.cull.save_request import SaveRequest

UNDO = "assist undo --last"
MOST_NAMED = 5


@dataclass
class Saving:
    """`is_live`: after each mark, not only at the end. `runs`: how often files were written."""

    request: SaveRequest
    is_live: bool = False
    runs: int = 0
    last: SavedMarks | None = None

    def save(self, unsaved: Sequence[Unsaved]) -> SavedMarks:
        """In any thread. Raises `JournalError`, `OSError`."""
        from assist_cli.workflows.cull.save_marks import save_marks

        return save_marks(self.request, unsaved)

    def took(self, saved: SavedMarks) -> None:
        """Keeps what became of it."""
        self.last = saved
        self.runs += saved.run is not None


def saved_words(saved: SavedMarks) -> Iterator[str]:
    """What was written, then what was not and why."""
    count = len(saved.saved)
    yield f"The marks of {count} {'photo is' if count == 1 else 'photos are'} in sidecars."
    yield from trouble_words(saved)


def trouble_words(saved: SavedMarks) -> Iterator[str]:
    """What could not be written, and why; nothing where all was."""
    for sidecar, error in [*saved.written.failed.items()][:MOST_NAMED]:
        yield f"Not written: {printable(sidecar.name)}: {printable(str(error))}"
    for unread in saved.written.unread[:MOST_NAMED]:
        yield f"Not written: {printable(str(unread.path))}: {unread.message}; {unread.hint}"
    if saved.conflicts:
        names = _names(saved.conflicts)
        yield f"Marked otherwise by another program, left alone: {names} (assist sidecars status tells more)"
    if saved.gone:
        yield f"No longer there: {_names(saved.gone)}"


def has_trouble(saved: SavedMarks) -> bool:
    """Whether a mark is in no sidecar that should be in one."""
    return bool(saved.written.has_trouble or saved.conflicts or saved.gone)


def undo_words(runs: int) -> str:
    """How to take it back, on any later day."""
    if runs > 1:
        return f"{UNDO} takes back the last of {runs} writings; assist journal lists all of them"
    return f"{UNDO} brings every sidecar back as it was"


def ended_words(session: CullSession, saving: Saving) -> Iterator[str]:
    """What stays to be read in the terminal once the screens are closed."""
    yield f"{counts_words(session.counts())}."
    if saving.runs:
        yield f"Sidecars are written; {undo_words(saving.runs)}."
    if saving.last is not None:
        yield from trouble_words(saving.last)
    unsaved = len(session.unsaved())
    if unsaved:
        photos = "photo are" if unsaved == 1 else "photos are"
        yield f"The marks of {unsaved} {photos} in the catalogue alone; assist sidecars write puts them beside the photos."


def counts_words(counts: Counts) -> str:
    """`212 photos: 40 picked, 31 rejected, 25 with stars, 116 left`."""
    return (
        f"{counts.total} photos: {counts.picks} picked, {counts.rejects} rejected, "
        f"{counts.starred} with stars, {counts.left} left"
    )


def _names(photos: Sequence[Unsaved]) -> str:
    named = ", ".join(printable(one.photo.path.name) for one in photos[:MOST_NAMED])
    return named if len(photos) <= MOST_NAMED else f"{named} and {len(photos) - MOST_NAMED} more"
