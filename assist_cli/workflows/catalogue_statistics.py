"""What the catalogue holds: photos, by which weights, in which folders, on how much disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from index.catalog.database import open_catalog_to_read
from index.catalog.statistics import Statistics

SQLITE_FILES = ("", "-wal", "-shm")
"""The database, its write-ahead log and the index of that: https://www.sqlite.org/walformat.html"""


@dataclass(frozen=True, slots=True)
class CatalogueStatistics:
    """The numbers of one catalogue file."""

    path: Path
    size_bytes: int
    """With what SQLite keeps beside it."""
    holds: Statistics


def catalogue_statistics(path: Path) -> CatalogueStatistics:
    """The numbers of the catalogue at `path`; raises `CatalogError`."""
    with open_catalog_to_read(path) as catalog:
        return CatalogueStatistics(path, size_on_disk_bytes(path), catalog.upkeep.statistics())


def size_on_disk_bytes(path: Path) -> int:
    """All files of the catalogue at `path` together."""
    real = os.path.realpath(path)  # SQLite names its companions after the file that a link leads to
    files = (Path(real + suffix) for suffix in SQLITE_FILES)
    return sum(file.stat().st_size for file in files if file.exists())
