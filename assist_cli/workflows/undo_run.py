"""Takes back what a run wrote beside photos, moved or linked, on any later day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assist_cli.failures import AssistError
from assist_cli.interrupts import STOP_SIGNALS
from assist_cli.workflows.follow_moves import tell_catalogue
from assist_cli.workflows.put_back import put_back
from index.catalog.database import Catalog, open_catalog_to_read
from index.catalog.errors import CatalogError
from index.journal.carry_out import Undone, carry_out
from index.journal.database import Journal, open_journal, open_journal_to_read
from index.journal.entries import JournalWrite, Run
from index.journal.journal_path import journal_path
from index.journal.undo import plan_undo
from index.journal.undo_moves import Step, plan_moves_back
from index.photo.formats import extension
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


def undo_plan(catalog: Path, journal: Journal, run: Run) -> list[Step]:
    """What `undo_run` would do with each file, and each photo that was moved, now."""
    with _known_photos(catalog) as known:
        return [*plan_moves_back(journal, run), *plan_undo(journal, run, known.put_back, known.where)]


def undo_run(catalog: Path, journal: Journal, run: Run, command: str, on_step: Callable[[Step], None]) -> Undone:
    """Takes the run back, file by file, and tells of each; the catalogue goes along. Raises `JournalError`."""
    try:
        with _known_photos(catalog) as known:
            return carry_out(journal, run, known.put_back, command, on_step, known.where, STOP_SIGNALS.held)
    finally:
        with STOP_SIGNALS.held():
            tell_catalogue(journal, catalog)


class _KnownPhotos:
    """What an undo asks of the catalogue, if there is one: it works without it, but for crops of files changed since, and for
    photos that were moved.
    """

    def __init__(self, catalog: Catalog | None) -> None:
        self._catalog = catalog

    def put_back(self, data: bytes, write: JournalWrite) -> Edited:
        return put_back(data, write, self._lies_of)

    def where(self, write: JournalWrite) -> Iterator[Path]:
        """The files of this picture, of the kind that the write was for."""
        known = self._catalog.photos_by_asset(write.asset_id) if self._catalog and write.asset_id else ()
        for record in (stored.record for stored in known):
            kind = extension(write.photo)
            yield from (file for file in (record.path, *record.companions) if extension(file) == kind)

    def _lies_of(self, photo: Path) -> PhotoLies | None:
        stored = self._catalog.photo_at(photo) if self._catalog else None
        return None if stored is None else PhotoLies(stored.record.exif.orientation, stored.record.size_px)


@contextmanager
def _known_photos(catalog: Path) -> Iterator[_KnownPhotos]:
    try:
        opened = open_catalog_to_read(catalog)
    except CatalogError:
        yield _KnownPhotos(None)
        return
    with opened:
        yield _KnownPhotos(opened)
