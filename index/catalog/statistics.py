"""What a catalogue holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from index.catalog import photos
from index.catalog.connection import pragma
from index.catalog.paths import from_bytes


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of photos, most first in each mapping; photos whose file is missing count in all but `photos_by_folder`."""

    photos: int
    missing: int
    photos_by_weights: Mapping[str, int]
    """Rated by which weights, as `<name>@<first 12 of the sha256>`."""
    photos_by_embedder: Mapping[str, int]
    photos_by_glance_version: Mapping[int, int]
    photos_by_folder: Mapping[Path, int]
    schema_step: int
    """How many steps of `index.catalog.migrations` the file has seen."""


def read(db: Connection) -> Statistics:
    """Goes through the index of each table, not through what was said of the photos."""
    folders = Counter(
        from_bytes(name).parent for (name,) in db.execute("SELECT path FROM photos WHERE missing_since IS NULL")
    )
    return Statistics(
        photos=photos.count(db),
        missing=int(db.execute("SELECT count(*) FROM photos WHERE missing_since IS NOT NULL").fetchone()[0]),
        photos_by_weights=_counted(db, "ratings", "weights"),
        photos_by_embedder=_counted(db, "embeddings", "embedder"),
        photos_by_glance_version={int(v): n for v, n in _counted(db, "glances", "version").items()},
        photos_by_folder=dict(sorted(folders.items(), key=lambda entry: (-entry[1], entry[0]))),
        schema_step=pragma(db, "user_version"),
    )


def _counted(db: Connection, table: str, column: str) -> dict[str, int]:
    rows = db.execute(f"SELECT {column}, count(*) FROM {table} GROUP BY {column} ORDER BY 2 DESC, 1")
    return {str(name): int(count) for name, count in rows}
