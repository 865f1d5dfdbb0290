"""What stands in the journal; nothing is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.journal.database import open_journal_to_read
from index.journal.entries import JournalWrite, Run, RunTally
from index.journal.errors import MissingJournalError
from index.journal.journal_path import journal_path
from index.journal.move_entries import JournalMove


@dataclass(frozen=True, slots=True)
class ListedRun:
    """A run and what became of its files; `undoes` names the run that it took back."""

    run: Run
    tally: RunTally
    undoes: str | None


def journal_runs(catalog: Path) -> Sequence[ListedRun]:
    """All runs, the first one first; none where nothing was written yet. Raises `JournalError`."""
    try:
        opened = open_journal_to_read(journal_path(catalog))
    except MissingJournalError:
        return ()
    with opened as journal:
        runs, tallies = journal.runs(), journal.tallies()
    names = {run.id: run.name for run in runs}
    return [
        ListedRun(run, tallies.get(run.id, RunTally()), names.get(run.undoes) if run.undoes else None) for run in runs
    ]


def files_of_run(catalog: Path, name: str) -> Sequence[JournalWrite | JournalMove]:
    """Every file that one run wrote, moved or linked. Raises `JournalError`, `UnknownRunError` too."""
    with open_journal_to_read(journal_path(catalog)) as journal:
        run = journal.run_called(name)
        return [*journal.moves.of(run), *journal.writes_of(run)]
