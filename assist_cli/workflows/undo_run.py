"""Takes back what a run wrote beside photos, on any later day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assist_cli.failures import AssistError
from assist_cli.workflows.put_back import LiesOf, put_back
from index.catalog.database import open_catalog_to_read
from index.catalog.errors import CatalogError
from index.journal.carry_out import Undone, carry_out
from index.journal.database import Journal, journal_path, open_journal, open_journal_to_read
from index.journal.entries import JournalWrite, Run
from index.journal.undo import UndoStep, plan_undo
from index.photo.mark_fields.place_file import Edited, PhotoLies


@contextmanager
def run_to_undo(catalog: Path, name: str | None, *, dry_run: bool = False) -> Iterator[tuple[Journal, Run]]:
    """The journal and the run called `name`, without a name the last that wrote something which still stands. For a dry run the
    journal is only read.

    Raises `JournalError`, and `AssistError` where there is nothing to take back.
    """
    path = journal_path(catalog)
    if not path.exists():
        raise AssistError("nothing was written yet with this catalogue", "choose another with --catalog")
    with open_journal_to_read(path) if dry_run else open_journal(path) as journal:
        run = journal.run_called(name) if name else journal.last_run()
        if run is None:
            raise AssistError(
                "there is nothing to take back", "assist journal lists what was written, and what was taken back"
            )
        yield journal, run


def undo_plan(catalog: Path, journal: Journal, run: Run) -> list[UndoStep]:
    """What `undo_run` would do with each file now."""
    with _lies(catalog) as lies:
        return plan_undo(journal, run, lambda data, write: put_back(data, write, lies))


def undo_run(catalog: Path, journal: Journal, run: Run, command: str, on_step: Callable[[UndoStep], None]) -> Undone:
    """Takes the run back, file by file, and tells of each. Raises `JournalError`."""
    with _lies(catalog) as lies:

        def back(data: bytes, write: JournalWrite) -> Edited:
            return put_back(data, write, lies)

        return carry_out(journal, run, back, command, on_step)


@contextmanager
def _lies(catalog: Path) -> Iterator[LiesOf]:
    """How photos lie, from the catalogue where there is one: an undo works without it, but for crops of files changed since."""
    try:
        opened = open_catalog_to_read(catalog)
    except CatalogError:
        yield lambda _photo: None
        return
    with opened:

        def lies_of(photo: Path) -> PhotoLies | None:
            stored = opened.photo_at(photo)
            return None if stored is None else PhotoLies(stored.record.exif.orientation, stored.record.size_px)

        yield lies_of
