"""Takes a run back, file by file; what is refused stays in the journal as still to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from index.journal.database import Journal
from index.journal.entries import PlannedWrite, Run
from index.journal.moved_files import Finder, nowhere
from index.journal.undo import PutBack, UndoKind, UndoStep, planned_undo
from index.journal.write_files import FILES_AT_ONCE, WriteResult, write_all

OnStep = Callable[[UndoStep], None]


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did."""

    run: Run | None
    """The run under which it stands in the journal, and by which it can be undone; None where no file was to be written."""
    steps: tuple[UndoStep, ...]
    """As they came out; those that failed while they were written are refused. Empty: there was nothing left to take back."""


def carry_out(
    journal: Journal, run: Run, put_back: PutBack, command: str, on_step: OnStep, find: Finder = nowhere
) -> Undone:
    """Takes back what the run wrote and still stands, and tells of each file. The undo is itself a run, called `command`.

    Raises a `JournalError` as `write_all`, and `RunAtWorkError` where the run is still being written or taken back.
    """
    with journal.nobody_at(run):
        journal.settle()
        undo = _Undo(journal, run, command, on_step)
        for batch in _batches(planned_undo(journal, run, put_back, find)):
            undo.take_back(batch)
    return Undone(undo.run, tuple(undo.steps))


_Planned = tuple[UndoStep, PlannedWrite | None]


def _batches(planned: Iterable[_Planned]) -> Iterator[list[_Planned]]:
    """A few at a time; of one file never two: were we killed between them, nobody could tell what became of the first."""
    batch: list[_Planned] = []
    paths: set[Path] = set()
    for one in planned:
        path = one[0].write.path
        if len(batch) == FILES_AT_ONCE or path in paths:
            yield batch
            batch, paths = [], set()
        batch.append(one)
        paths.add(path)
    if batch:
        yield batch


class _Undo:
    """One undo at work."""

    def __init__(self, journal: Journal, undone: Run, command: str, on_step: OnStep) -> None:
        self.run: Run | None = None
        self.steps: list[UndoStep] = []
        self._journal = journal
        self._undone = undone
        self._command = command
        self._on_step = on_step
        self._refused: set[Path] = set()

    def take_back(self, batch: list[_Planned]) -> None:
        """Writes what is to be written; of the rest it tells."""
        batch = [one for one in batch if one[0].write.path not in self._refused]
        self._journal.is_as_before([step.write.id for step, _ in batch if step.kind is UndoKind.NOTHING])
        for step, plan in batch:
            if plan is None:
                self._tell(step)
        to_write: dict[int | None, UndoStep] = {step.write.id: step for step, plan in batch if plan is not None}
        if to_write:
            plans = [plan for _, plan in batch if plan is not None]
            write_all(self._journal, self._begun(), plans, lambda result: self._tell(_written(to_write, result)))

    def _begun(self) -> Run:
        if self.run is None:
            self.run = self._journal.begin(self._command, undoes=self._undone)
        return self.run

    def _tell(self, step: UndoStep) -> None:
        if step.kind is UndoKind.REFUSE:
            self._refused.add(step.write.path)
        elif step.is_between:
            return
        self.steps.append(step)
        self._on_step(step)


def _written(steps: Mapping[int | None, UndoStep], result: WriteResult) -> UndoStep:
    step = steps[result.planned.takes_back]
    return replace(step, kind=UndoKind.REFUSE, reason=result.error.message) if result.error else step
