"""The journal: opened once a run; what is intended is in it, safe, before a file is touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Self

from index.catalog.connection import close_with_log, connect, connect_to_read, keep_log, transaction
from index.catalog.database_errors import translated_as
from index.catalog.migrate import checked_version, migrate
from index.journal import last_written, moves_table, readings, runs, writes
from index.journal.entries import JournalWrite, PlannedWrite, Run, RunTally
from index.journal.errors import JOURNAL_ERRORS, NewerJournalError, RunAtWorkError
from index.journal.former_paths import former_paths
from index.journal.known import known
from index.journal.last_written import LaterWrite
from index.journal.migrations import JOURNAL, MIGRATIONS
from index.journal.move_entries import JournalMove
from index.journal.moves import Moves
from index.journal.run_locks import RunLocks
from index.journal.settle import seen_again, settled
from index.journal.settle_moves import settled_moves
from index.journal.taken_back import mark_taken_back
from index.journal.writes import Ending
from index.photo.marks import Mark, Marks
from index.photo.merge_marks import Known

# Noting a batch takes a few milliseconds; who holds the file for this long is stuck. As the catalogue's.
BUSY_TIMEOUT_S = 10.0


def open_journal(path: Path, *, busy_timeout_s: float = BUSY_TIMEOUT_S, locks: RunLocks | None = None) -> Journal:
    """The journal at `path`, made if there is none. What a killed run left open is settled: its part files go away, and each of
    its files is looked at, whether it was written.

    Raises a `JournalError` when the file is not ours (it is left as it is), newer than this program, damaged, locked for longer
    than `busy_timeout_s`, or cannot be written. Use it in the thread that opened it. `locks`: those of somebody whose runs live on
    when this journal is closed.
    """
    with translated_as(JOURNAL_ERRORS, path):
        db = connect(path, busy_timeout_s, JOURNAL)
        try:
            checked_version(db, path, MIGRATIONS, NewerJournalError)
            migrate(db, MIGRATIONS)
            keep_log(db, busy_timeout_s)
        except BaseException:
            db.close()
            raise
    journal = Journal(path, db, locks)
    try:
        journal.settle()
    except BaseException:
        journal.close()
        raise
    return journal


def open_journal_to_read(path: Path, *, busy_timeout_s: float = BUSY_TIMEOUT_S) -> Journal:
    """The journal at `path` as it lies there, on a read-only disk too; nothing is settled. Only an older one is brought up to
    date. Raises a `JournalError`, `MissingJournalError` too. Noting anything in it is a mistake.
    """
    with translated_as(JOURNAL_ERRORS, path, reading=True):
        db = connect_to_read(path, busy_timeout_s, JOURNAL)
        try:
            is_old = checked_version(db, path, MIGRATIONS, NewerJournalError) < len(MIGRATIONS)
        except BaseException:
            db.close()
            raise
    if is_old:
        db.close()
        return open_journal(path, busy_timeout_s=busy_timeout_s)
    return Journal(path, db)


class Journal:
    """Every file written outside the catalogue. A context manager; closing it moves the write-ahead log into the file."""

    def __init__(self, path: Path, db: Connection, locks: RunLocks | None = None) -> None:
        self.path = path
        self._db = db
        self._locks = locks or RunLocks(path)
        self._ends_runs = locks is None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file, and says that its runs have ended, if their locks are its own. Does not wait for readers."""
        try:
            close_with_log(self._db)
        finally:
            if self._ends_runs:
                self._locks.release()

    def begin(self, command: str, *, undoes: Run | None = None, now: datetime | None = None) -> Run:
        """A new run, called by the person's day and a number; `command` is for people."""
        with translated_as(JOURNAL_ERRORS, self.path), transaction(self._db):
            return runs.insert(self._db, command, now or datetime.now(UTC), undoes.id if undoes else None)

    def intend(self, run: Run, planned: Sequence[PlannedWrite]) -> list[int]:
        """Notes what is about to be written, all or nothing; when this returns, it survives a kill and a power cut, and no other
        command takes the run for dead until this journal is closed.

        Raises `ValueError` for a write that changes nothing, whose splices do not lead from before to after, or whose path is
        relative.
        """
        self._locks.hold(run.id)
        with translated_as(JOURNAL_ERRORS, self.path), transaction(self._db):
            return writes.insert(self._db, run.id, planned)

    def end(self, endings: Iterable[Ending]) -> None:
        """What became of these writes, in one step."""
        with translated_as(JOURNAL_ERRORS, self.path), transaction(self._db):
            writes.end(self._db, endings)

    def is_as_before(self, ids: Iterable[int]) -> None:
        """The files of these writes are as they were before them, without our doing: nothing is left to take back."""
        wanted = list(ids)
        if wanted:
            with translated_as(JOURNAL_ERRORS, self.path), transaction(self._db):
                for write in wanted:
                    mark_taken_back(self._db, "writes", write, taken_back=True)

    @contextmanager
    def nobody_at(self, run: Run) -> Iterator[None]:
        """Keeps others away from this run; raises `RunAtWorkError` where somebody is at it."""
        with self._locks.if_dead(run.id) as is_dead:
            if not is_dead:
                raise RunAtWorkError(run.name, run.command)
            yield

    def settle(self) -> None:
        """Finds out what became of writes that killed runs left open, where that can be told at this moment, and whether one that
        was not come to stands there after all. Runs that are alive are left to tell it themselves.
        """
        with translated_as(JOURNAL_ERRORS, self.path):
            left_open = writes.runs_left_open(self._db) | moves_table.runs_left_open(self._db)
        for run in sorted(left_open | self._locks.left_behind()):
            with self._locks.if_dead(run) as is_dead, translated_as(JOURNAL_ERRORS, self.path):
                self._end_all(map(settled, writes.read_open(self._db, run)) if is_dead else ())
                self._settle_moves(moves_table.read_open(self._db, run) if is_dead else ())
        with translated_as(JOURNAL_ERRORS, self.path):
            self._end_all(map(seen_again, writes.read_stopped(self._db)))

    def _end_all(self, endings: Iterable[Ending | None]) -> None:
        found = [ending for ending in endings if ending is not None]
        if found:
            self.end(found)

    def _settle_moves(self, left_open: Sequence[JournalMove]) -> None:
        for _, of_photo in groupby(left_open, key=lambda move: (move.plan.photo, move.plan.deed)):
            endings = settled_moves(list(of_photo))
            if endings:
                self.moves.end(endings)

    @property
    def moves(self) -> Moves:
        """What was moved and linked."""
        return Moves(self.path, self._db, self._locks)

    def runs(self) -> list[Run]:
        """All runs, the first one first."""
        with self._reading():
            return runs.read_all(self._db)

    def tallies(self) -> dict[int, RunTally]:
        """How many files each run wrote, by its id; runs that meant to write nothing are left out."""
        with self._reading():
            return runs.tallies(self._db)

    def run_called(self, name: str) -> Run:
        """The run of that name; raises `UnknownRunError`."""
        with self._reading():
            return runs.read_called(self._db, name)

    def last_run(self) -> Run | None:
        """The last run that is not an undo and still has something to take back."""
        with self._reading():
            return runs.read_last_standing(self._db)

    def writes_of(self, run: Run) -> list[JournalWrite]:
        """All writes of a run, in the order in which they were intended."""
        with self._reading():
            return writes.read_of_run(self._db, run.id)

    def later_writes(self, run: Run) -> dict[int, list[LaterWrite]]:
        """By the id of a write of this run: which later runs wrote the same file and still stand."""
        with self._reading():
            return last_written.later_writes(self._db, run.id)

    def made_by_us(self, run: Run) -> frozenset[int]:
        """The ids of those writes of this run whose file one of our runs made, this one or an earlier one."""
        with self._reading():
            return last_written.made_by_us(self._db, run.id)

    def note_read(self, read: Iterable[readings.Reading], now: datetime | None = None) -> None:
        """Keeps what people said in these sidecars, all or none."""
        with translated_as(JOURNAL_ERRORS, self.path), transaction(self._db):
            readings.store(self._db, read, now or datetime.now(UTC))

    def known(self, paths: Iterable[Path]) -> Mapping[Path, Mapping[Mark, Known]]:
        """What we last wrote or read in each of these sidecars, and whose word it was; give paths as for `bases`."""
        with self._reading():
            return known(self._db, paths)

    def bases(self, paths: Iterable[Path]) -> dict[Path, Marks]:
        """What we last wrote at each of these sidecars and mark and was not taken back: only marks that we wrote, and only
        sidecars that have any. Give paths as they were written (absolute, without links).
        """
        with self._reading():
            return last_written.bases(self._db, paths)

    def former_paths(self, files: Mapping[Path, bytes]) -> dict[Path, list[Path]]:
        """Where else we wrote files of these names that hold just what these hold: they were moved or copied from there."""
        with self._reading():
            return former_paths(self._db, files)

    def _reading(self) -> AbstractContextManager[None]:
        return translated_as(JOURNAL_ERRORS, self.path, reading=True)
