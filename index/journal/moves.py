"""What was moved and linked: noted before a name is touched, and told of afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from sqlite3 import Connection

from index.catalog.connection import transaction
from index.catalog.database_errors import translated_as
from index.journal import moves_table
from index.journal.entries import Run
from index.journal.errors import JOURNAL_ERRORS
from index.journal.move_entries import Followed, JournalMove, MoveEnding, PlannedMove
from index.journal.run_locks import RunLocks
from index.journal.taken_back import mark_taken_back
from index.photo.safe_file.file_look import FileLook


class Moves:
    """The door to it; get it as `Journal.moves`. Raises a `JournalError` as the journal itself does."""

    def __init__(self, path: Path, db: Connection, locks: RunLocks) -> None:
        self._path = path
        self._db = db
        self._locks = locks

    def intend(self, run: Run, planned: Sequence[PlannedMove]) -> list[int]:
        """Notes what is about to be moved, all or nothing; when this returns, it survives a kill and a power cut, and no other
        command takes the run for dead until the journal is closed. Raises `ValueError` for relative paths.
        """
        self._locks.hold(run.id)
        with translated_as(JOURNAL_ERRORS, self._path), transaction(self._db):
            return moves_table.insert(self._db, run.id, planned)

    def end(self, endings: Iterable[MoveEnding]) -> None:
        """What became of these, in one step; what we wrote into a sidecar is known to lie where it was moved to."""
        with translated_as(JOURNAL_ERRORS, self._path), transaction(self._db):
            moves_table.end(self._db, endings)

    def are_back(self, ids: Iterable[int]) -> None:
        """These are as they were before, without our doing: nothing is left to take back."""
        with translated_as(JOURNAL_ERRORS, self._path), transaction(self._db):
            for move in ids:
                mark_taken_back(self._db, "moves", move, taken_back=True)

    def of(self, run: Run) -> list[JournalMove]:
        """All moves and links of a run, in the order in which they were intended."""
        with self._reading():
            return moves_table.read_of_run(self._db, run.id)

    def looks_after(self, run: Run) -> dict[int, FileLook]:
        """How each file that a run moved looked at its new place, by the id of the move."""
        with self._reading():
            return moves_table.looks_after(self._db, run.id)

    def came_from(self, paths: Iterable[Path]) -> dict[Path, Path]:
        """Of the files at these paths (absolute, without links) those that we moved or linked there, and from where."""
        with self._reading():
            return moves_table.came_from(self._db, paths)

    def has_open(self) -> bool:
        """Whether a run was killed while it moved, is alive, or has moved files of which the catalogue was not told yet."""
        with self._reading():
            return bool(moves_table.runs_left_open(self._db) or moves_table.unfollowed(self._db))

    def unfollowed(self) -> list[Followed]:
        """The files that were moved and of which the catalogue was not told yet, the first one first."""
        with self._reading():
            return moves_table.unfollowed(self._db)

    def note_followed(self, followed: Iterable[Followed]) -> None:
        """Notes that the catalogue was told."""
        with translated_as(JOURNAL_ERRORS, self._path), transaction(self._db):
            moves_table.note_followed(self._db, [one.move for one in followed])

    def _reading(self) -> AbstractContextManager[None]:
        return translated_as(JOURNAL_ERRORS, self._path, reading=True)
