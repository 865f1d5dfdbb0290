"""What can go wrong with a catalogue, said so that a person knows what to do; SQLite's own errors end here."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class CatalogError(Exception):
    """The catalogue cannot be used. Ends the run with `exit_code`; `hint` says what to do."""

    exit_code: int = 1
    hint: str = "run again with --verbose and report what it prints"
    trouble: str = "the catalogue {path} cannot be used"

    def __init__(self, path: Path, detail: str = "") -> None:
        sentence = self.trouble.format(path=path)
        super().__init__(f"{sentence} ({detail})" if detail else sentence)
        self.path = path


class ForeignFileError(CatalogError):
    """The file is another program's database, or no database at all. It was left as it is."""

    hint = "choose another file with --catalog; this one was not touched"
    trouble = "{path} is not a catalogue of photo-assist"


class MissingCatalogError(CatalogError):
    """There is nothing to read: no file of that name, or an empty one."""

    hint = "score photos first (assist score PATH), or choose another file with --catalog"
    trouble = "there is no catalogue at {path}"


class NewerCatalogError(CatalogError):
    """A newer version of this program wrote the file."""

    hint = "update photo-assist, or choose another file with --catalog"
    trouble = "the catalogue {path} was written by a newer version of photo-assist"


class DamagedCatalogError(CatalogError):
    """The file is ours, but its pages are damaged."""

    hint = "move the file away and run again: the photos are scored anew, and nothing but our own notes is lost"
    trouble = "the catalogue {path} is damaged"


class UnwritableCatalogError(CatalogError):
    """The place is read-only, not permitted, or the disk fails."""

    hint = "choose a file on a disk you may write to with --catalog"
    trouble = "the catalogue {path} cannot be written"


class UnreadableCatalogError(CatalogError):
    """You may not read it, or the disk fails."""

    hint = "change its permissions, or choose another file with --catalog"
    trouble = "the catalogue {path} cannot be read"


class DiskFullError(CatalogError):
    """No room left for the catalogue; what was finished before is kept."""

    hint = "free some space, or choose a file on another disk with --catalog; what was finished is kept"
    trouble = "the disk is full, so the catalogue {path} cannot grow"


class LockedCatalogError(CatalogError):
    """Another process kept the catalogue to itself for longer than we wait."""

    hint = "wait for the other run to finish, or choose another file with --catalog"
    trouble = "the catalogue {path} is held by another process"


# Primary result codes: https://www.sqlite.org/rescode.html
_BY_RESULT_CODE: dict[int, type[CatalogError]] = {
    sqlite3.SQLITE_NOTADB: ForeignFileError,
    sqlite3.SQLITE_CORRUPT: DamagedCatalogError,
    sqlite3.SQLITE_READONLY: UnwritableCatalogError,
    sqlite3.SQLITE_CANTOPEN: UnwritableCatalogError,
    sqlite3.SQLITE_PERM: UnwritableCatalogError,
    sqlite3.SQLITE_IOERR: UnwritableCatalogError,
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_BUSY: LockedCatalogError,
    sqlite3.SQLITE_LOCKED: LockedCatalogError,
}

# What hinders writing hinders reading by another name.
_BY_RESULT_CODE_OF_READING = {
    code: UnreadableCatalogError if kind is UnwritableCatalogError else kind for code, kind in _BY_RESULT_CODE.items()
}

SHARED_MEMORY_BYTES = 32_768
"""The least that a write-ahead log needs beside the database: https://www.sqlite.org/walformat.html#the_wal_index_file_format"""

# An extended result code carries its primary code in the low byte: https://www.sqlite.org/rescode.html#pve
_PRIMARY_CODE_MASK = 0xFF


@contextmanager
def translated(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Turns SQLite's trouble with the file at `path` into a `CatalogError`; our own mistakes in SQL pass."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        kinds = _BY_RESULT_CODE_OF_READING if reading else _BY_RESULT_CODE
        kind = kinds.get(primary_code(error), CatalogError)
        # SQLite calls a disk without room for its shared-memory file an I/O error.
        if kind is UnwritableCatalogError and primary_code(error) == sqlite3.SQLITE_IOERR and _is_full(path):
            kind = DiskFullError
        raise kind(path, str(error)) from error


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < SHARED_MEMORY_BYTES
    except OSError:  # then it is not for us to say
        return False


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its details; `SQLITE_ERROR` where Python raised the error by itself."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & _PRIMARY_CODE_MASK
