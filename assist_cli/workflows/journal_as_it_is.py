"""The journal for whoever only looks: it is not made, not changed, and no unfinished run is settled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.journal.database import Journal, open_journal_to_read
from index.journal.errors import MissingJournalError
from index.journal.journal_path import journal_path


@contextmanager
def journal_as_it_is(catalog: Path) -> Iterator[Journal | None]:
    """The journal of this catalogue; None where nothing was written yet. Raises `JournalError`."""
    try:
        opened = open_journal_to_read(journal_path(catalog))
    except MissingJournalError:
        yield None
        return
    with opened:
        yield opened
