"""One run of the journal that stays open while a person works: all that is written meanwhile is taken back by one undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from index.journal.database import Journal, open_journal
from index.journal.entries import Run
from index.journal.errors import UnknownRunError
from index.journal.run_locks import RunLocks


class OpenRun:
    """Begun with the first write; for others it is alive until this is closed, or the process ends. A context manager."""

    def __init__(self, journal: Path, command: str) -> None:
        self._path = journal
        self._command = command
        self._locks = RunLocks(journal)
        self._run: Run | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Says that the run has ended."""
        self._locks.release()

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """The journal, to write in this run; in any thread, but in one at a time. Raises a `JournalError`."""
        with open_journal(self._path, locks=self._locks) as journal:
            yield journal

    def begun(self, journal: Journal) -> Run:
        """The run itself; another one where the journal was put back from a backup meanwhile and does not know it."""
        if self._run is None or not _knows(journal, self._run):
            self._locks.release()
            self._run = journal.begin(self._command)
        return self._run


def _knows(journal: Journal, run: Run) -> bool:
    try:
        return journal.run_called(run.name) == run
    except UnknownRunError:
        return False
