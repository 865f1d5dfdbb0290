"""What is wrong with sidecars, told with what the journal knows: what we wrote, and what we have read since."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from assist_cli.workflows.sidecar_doctor import problems_of
from assist_cli.workflows.sidecar_problems.problem import Problem
from assist_cli.workflows.sidecar_status import FolderStatus, sidecar_status
from index.journal.database import Journal, open_journal_to_read
from index.journal.errors import MissingJournalError
from index.journal.journal_path import journal_path
from index.photo.errors import UnreadablePhoto
from index.photo.marks import Marks


def examine_sidecars(
    paths: Sequence[Path], catalog: Path, editors: Collection[str] = ()
) -> Iterator[Problem | UnreadablePhoto]:
    """What is wrong for users of these editors (none named: of any), folder by folder.

    Raises as `sidecar_status`, and `JournalError`.
    """
    try:
        journal = open_journal_to_read(journal_path(catalog))
    except MissingJournalError:
        yield from _examined(paths, None, editors)
        return
    with journal:
        yield from _examined(paths, journal, editors)


def _examined(
    paths: Sequence[Path], journal: Journal | None, editors: Collection[str]
) -> Iterator[Problem | UnreadablePhoto]:
    for status in sidecar_status(paths):
        if isinstance(status, UnreadablePhoto):
            yield status
        else:
            yield from problems_of(status.as_seen_by(editors), {} if journal is None else _bases(status, journal))


def _bases(status: FolderStatus, journal: Journal) -> Mapping[Path, Marks]:
    """What we wrote in each sidecar, with what people said there since in its place where that was read already."""
    sidecars = {read.path for asset in status.assets for read in asset.sidecars}
    written, known = journal.bases(sidecars), journal.known(sidecars)
    return {path: Marks(**{mark.value: base.value for mark, base in known[path].items()}) for path in written}  # type: ignore[arg-type]
