"""The column `photos.missing_since`: when a photo's file was first found to be gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from index.catalog.paths import from_bytes, to_bytes


def read(db: Connection, marks: str, ids: Sequence[int]) -> dict[int, datetime]:
    """Since when which of these photos are missing; `marks` is one `?` for each id."""
    rows = db.execute(f"SELECT id, missing_since FROM photos WHERE missing_since IS NOT NULL AND id IN ({marks})", ids)
    return {row_id: datetime.fromisoformat(since) for row_id, since in rows}


def mark(db: Connection, paths: Iterable[Path], since: datetime) -> int:
    """Marks these photos, but for those that are marked; how many were."""
    cursor = db.executemany(
        "UPDATE photos SET missing_since = ? WHERE path = ? AND missing_since IS NULL",
        ((since.isoformat(), to_bytes(path)) for path in paths),
    )
    return cursor.rowcount if cursor.rowcount > 0 else 0


def marked(db: Connection) -> list[tuple[Path, datetime]]:
    """The missing photos and since when, ordered by path."""
    rows = db.execute("SELECT path, missing_since FROM photos WHERE missing_since IS NOT NULL ORDER BY path").fetchall()
    return [(from_bytes(path), datetime.fromisoformat(since)) for path, since in rows]


def unmarked(db: Connection) -> list[Path]:
    """All other photos, ordered by path."""
    rows = db.execute("SELECT path FROM photos WHERE missing_since IS NULL ORDER BY path")
    return [from_bytes(path) for (path,) in rows]


def forget(db: Connection, paths: Iterable[Path]) -> int:
    """Removes the rows of those of these photos that are still marked; how many were."""
    cursor = db.executemany(
        "DELETE FROM photos WHERE path = ? AND missing_since IS NOT NULL", ((to_bytes(path),) for path in paths)
    )
    return cursor.rowcount if cursor.rowcount > 0 else 0
