"""Asks a journal whether anything that was moved is still open, without all that a journal can do: every cull asks, and hardly ever
is there anything."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from index.catalog.connection import connect_to_read
from index.catalog.database_errors import translated_as
from index.journal.errors import JOURNAL_ERRORS
from index.journal.migrations import JOURNAL

BUSY_TIMEOUT_S = 5.0
"""As long as SQLite's own Python module waits for another program's write (sqlite3.connect, timeout)."""


def may_have_open(path: Path) -> bool:
    """Whether the journal at `path` knows of moves that were cut short or that the catalogue was not told of yet, or is of another
    version, so that opening it has to tell. Changes nothing; raises a `JournalError`."""
    with translated_as(JOURNAL_ERRORS, path, reading=True):
        db = connect_to_read(path, BUSY_TIMEOUT_S, JOURNAL)
        try:
            rows = db.execute(
                "SELECT 1 FROM moves WHERE state = 'intended' OR (deed = 'move' AND state = 'done' AND NOT followed) LIMIT 1"
            )
            return rows.fetchone() is not None
        except sqlite3.OperationalError as error:
            if "no such" in str(error):  # a table or a column: a journal of an older version, or an empty one
                return True
            raise
        finally:
            db.close()
