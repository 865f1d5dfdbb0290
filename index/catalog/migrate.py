"""Brings a file to the newest version of its tables, or says that it is newer than this program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from sqlite3 import Connection

from index.catalog import migrations
from index.catalog.connection import pragma, transaction
from index.catalog.database_errors import DatabaseFileError
from index.catalog.errors import NewerCatalogError


def checked_version(
    db: Connection,
    path: Path,
    steps: Sequence[migrations.Step] | None = None,
    newer: type[DatabaseFileError] = NewerCatalogError,
) -> int:
    """How many of `steps`, the catalogue's if not given, the file has seen; raises `newer` when it has seen more than we know."""
    known = len(migrations.MIGRATIONS if steps is None else steps)
    version = pragma(db, "user_version")
    if version > known:
        raise newer(path, f"version {version}; this program knows {known}")
    return version


def migrate(db: Connection, steps: Sequence[migrations.Step] | None = None) -> None:
    """Brings the file to the newest version, one transaction a step; `user_version` is the number of the last step."""
    due = list(enumerate(migrations.MIGRATIONS if steps is None else steps, start=1))[
        max(0, pragma(db, "user_version")) :
    ]
    if not due:
        return
    from sqlite_utils import Database  # a tenth of a second, which a file that is up to date need not wait for

    tables = Database(db, execute_plugins=False)
    for number, step in due:
        with transaction(db):
            # Another process may have done this step while we waited for the lock.
            if pragma(db, "user_version") < number:
                step(tables)
                db.execute(f"PRAGMA user_version = {number}")
