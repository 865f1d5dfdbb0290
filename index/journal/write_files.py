"""Writes sidecars: every one is in the journal before it is touched, and told of there afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from index.journal.database import Journal
from index.journal.entries import PlannedWrite, Run, WriteState
from index.journal.writes import Ending
from index.photo.safe_file.errors import BusyFolderError, SafeFileError, UnsureWriteError
from index.photo.safe_file.lock import LOCK_TIMEOUT_S, folder_lock
from index.photo.safe_file.replace import remove_file, replace_file
from index.photo.safe_file.stale_parts import take_away_parts

FILES_AT_ONCE = 50
"""Noted together in one step of the journal, so that it costs no more than a file does. A choice: what a kill leaves to be
looked at again is as many files."""


@dataclass(frozen=True, slots=True)
class WriteResult:
    """What became of one planned write."""

    planned: PlannedWrite
    error: SafeFileError | None = None
    """Why the file was left as it is; its `message` is one plain line, and it has a `hint`. None: it is written, and safe."""


def write_all(
    journal: Journal, run: Run, planned: Iterable[PlannedWrite], on_result: Callable[[WriteResult], None]
) -> None:
    """Writes, makes or takes away each of these files, a few at a time, and tells of each. One that fails stops no other.

    Raises a `JournalError` where the journal cannot note what is to come: then nothing further is touched.
    """
    waiting = iter(planned)
    folders = _Folders()
    while batch := list(islice(waiting, FILES_AT_ONCE)):
        ids = journal.intend(run, batch)
        endings: list[Ending] = []
        try:
            for write, plan in zip(ids, batch, strict=True):
                error = folders.write(plan)
                endings.append(_ending(write, error))
                on_result(WriteResult(plan, error))
        finally:
            # Whoever interrupts us: what was written is noted. What was not come to is settled later.
            journal.end(endings)


class _Folders:
    """The folders of one run: cleaned once, and not waited for twice."""

    def __init__(self) -> None:
        self._cleaned: set[Path] = set()
        self._busy: set[Path] = set()

    def write(self, plan: PlannedWrite) -> SafeFileError | None:
        folder = plan.path.parent
        try:
            with folder_lock(folder, timeout_s=0 if folder in self._busy else LOCK_TIMEOUT_S):
                if folder not in self._cleaned:
                    take_away_parts(folder)
                    self._cleaned.add(folder)
                _write(plan)
        except BusyFolderError as error:
            self._busy.add(folder)
            return error
        except SafeFileError as error:
            return error
        return None


def _write(plan: PlannedWrite) -> None:
    if plan.after is not None:
        mode = plan.mode if plan.before is None else None
        replace_file(plan.path, plan.after, was=plan.before, mode=mode, mtime_ns=plan.restores_mtime_ns)
    elif plan.before is not None:
        remove_file(plan.path, was=plan.before)


def _ending(write: int, error: SafeFileError | None) -> Ending:
    if error is None:
        return Ending(write, WriteState.DONE)
    state = WriteState.UNSURE if isinstance(error, UnsureWriteError) else WriteState.FAILED
    return Ending(write, state, error.message)
