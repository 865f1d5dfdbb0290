"""Keeping a catalogue clean: which photos are missing, what it holds, what is damaged, what nobody needs any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from index.catalog import files, missing_photos, soundness, statistics, unused_results
from index.catalog.connection import transaction
from index.catalog.errors import translated
from index.catalog.soundness import Finding
from index.catalog.statistics import Statistics
from index.catalog.stored import FileStamp
from index.catalog.unused_results import Pruned, ResultsInUse


class Upkeep:
    """The door to it; get it as `Catalog.upkeep`. Raises `CatalogError` as the catalogue itself does."""

    def __init__(self, path: Path, db: Connection) -> None:
        self._path = path
        self._db = db

    def mark_missing(self, paths: Iterable[Path], since: datetime) -> int:
        """Notes that the files of these photos are gone, but where that is noted already; how many were marked.

        The mark leaves when the photo is stored again.
        """
        with translated(self._path), transaction(self._db):
            return missing_photos.mark(self._db, paths, since)

    def missing_photos(self) -> list[tuple[Path, datetime]]:
        """The photos whose file is gone, and since when, ordered by path (as bytes)."""
        with translated(self._path, reading=True):
            return missing_photos.marked(self._db)

    def present_photos(self) -> list[Path]:
        """The photos that are not marked as missing, ordered by path (as bytes)."""
        with translated(self._path, reading=True):
            return missing_photos.unmarked(self._db)

    def stamps(self) -> list[FileStamp]:
        """How each file looked when it was read, of photos that are not marked as missing, ordered by path (as bytes)."""
        with translated(self._path, reading=True):
            return files.read_present(self._db)

    def statistics(self) -> Statistics:
        """What there is, in numbers."""
        with translated(self._path, reading=True):
            return statistics.read(self._db)

    def findings(self) -> list[Finding]:
        """What is wrong inside, after a look at every page and every row; nothing where it is sound."""
        with translated(self._path, reading=True):
            return soundness.findings(self._db)

    def count_unused(self, in_use: ResultsInUse) -> int:
        """How many results `prune` would drop."""
        with translated(self._path, reading=True):
            return unused_results.count(self._db, in_use)

    def prune(self, paths: Sequence[Path], in_use: ResultsInUse | None = None) -> Pruned:
        """Forgets those of these photos that are marked as missing, and results that nobody uses; all or nothing."""
        with translated(self._path), transaction(self._db):
            photos_gone = missing_photos.forget(self._db, paths)
            results_gone = unused_results.forget(self._db, in_use) if in_use else 0
        return Pruned(photos_gone, results_gone)

    def compact(self) -> None:
        """Writes the file anew without the room that forgotten photos left; needs as much room again while it does."""
        with translated(self._path):
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
