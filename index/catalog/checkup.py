"""Whether a catalogue is sound, and whether there is room for it: looked at, nothing made and nothing changed."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from index.catalog import photos
from index.catalog.connection import connect_to_read
from index.catalog.database import BUSY_TIMEOUT_S
from index.catalog.errors import DamagedCatalogError, DiskFullError, UnwritableCatalogError, translated
from index.catalog.migrate import checked_version

LEAST_ROOM_BYTES = 1 << 20
"""Measured: an empty catalogue takes 56 KiB, the index of its log 32 KiB, and the photos written at a time under 200."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def photos_if_sound(path: Path) -> int:
    """How many photos the catalogue at `path` knows, after SQLite has gone through all its pages.

    Raises a `CatalogError`: there is none, it is not ours, newer than this program, damaged, locked, not to be read.
    """
    with translated(path, reading=True), closing(connect_to_read(path, BUSY_TIMEOUT_S)) as db:
        version = checked_version(db, path)
        (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise DamagedCatalogError(path, verdict.splitlines()[-1])
        return photos.count(db) if version else 0


def free_bytes(path: Path) -> int:
    """The room left for a catalogue at `path`, there or not yet; raises `UnwritableCatalogError`, `DiskFullError`.

    Tried with a file without a name, gone when it is closed, because permissions alone tell nothing of read-only disks
    and quotas.
    """
    real = Path(os.path.realpath(path))
    try:
        folder = _first_there(real.parent)
        with tempfile.TemporaryFile(dir=folder) as trial:
            trial.write(bytes(LEAST_ROOM_BYTES))
            trial.flush()
        if real.exists():
            with real.open("r+b"):
                pass
        return shutil.disk_usage(folder).free
    except OSError as error:
        kind = DiskFullError if error.errno in _FULL else UnwritableCatalogError
        raise kind(path, error.strerror or str(error)) from error


def _first_there(folder: Path) -> Path:
    """The folder itself or the nearest above it that exists: the others would be made."""
    return next(place for place in (folder, *folder.parents) if place.exists())
