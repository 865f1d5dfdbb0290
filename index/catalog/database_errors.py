"""SQLite's trouble with a file of ours, in the words of whoever keeps it; SQLite's own errors end here."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


class DatabaseFileError(Exception):
    """A database file of ours cannot be used. Ends the run with `exit_code`; `hint` says what to do."""

    exit_code: int = 1
    hint: str = "run again with --verbose and report what it prints"
    trouble: str = "the file {path} cannot be used"

    def __init__(self, path: Path, detail: str = "") -> None:
        sentence = self.trouble.format(path=path)
        super().__init__(f"{sentence} ({detail})" if detail else sentence)
        self.path = path


@dataclass(frozen=True, slots=True)
class ErrorKinds:
    """What one kind of database file raises, by what is wrong with it."""

    foreign: type[DatabaseFileError]
    missing: type[DatabaseFileError]
    newer: type[DatabaseFileError]
    damaged: type[DatabaseFileError]
    unwritable: type[DatabaseFileError]
    unreadable: type[DatabaseFileError]
    full: type[DatabaseFileError]
    locked: type[DatabaseFileError]
    other: type[DatabaseFileError]


# Primary result codes: https://www.sqlite.org/rescode.html
_BY_RESULT_CODE: dict[int, str] = {
    sqlite3.SQLITE_NOTADB: "foreign",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_READONLY: "unwritable",
    sqlite3.SQLITE_CANTOPEN: "unwritable",
    sqlite3.SQLITE_PERM: "unwritable",
    sqlite3.SQLITE_IOERR: "unwritable",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
}

SHARED_MEMORY_BYTES = 32_768
"""The least that a write-ahead log needs beside the database: https://www.sqlite.org/walformat.html#the_wal_index_file_format"""

# An extended result code carries its primary code in the low byte: https://www.sqlite.org/rescode.html#pve
_PRIMARY_CODE_MASK = 0xFF


@contextmanager
def translated_as(kinds: ErrorKinds, path: Path, *, reading: bool = False) -> Iterator[None]:
    """Turns SQLite's trouble with the file at `path` into one of `kinds`; our own mistakes in SQL pass."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        raise _kind_of(error, kinds, path, reading=reading)(path, str(error)) from error


def _kind_of(error: sqlite3.Error, kinds: ErrorKinds, path: Path, *, reading: bool) -> type[DatabaseFileError]:
    code = primary_code(error)
    name = _BY_RESULT_CODE.get(code, "other")
    if name == "unwritable":
        # What hinders writing hinders reading by another name.
        if reading:
            return kinds.unreadable
        # SQLite calls a disk without room for its shared-memory file an I/O error.
        if code == sqlite3.SQLITE_IOERR and _is_full(path):
            return kinds.full
    kind: type[DatabaseFileError] = getattr(kinds, name)
    return kind


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < SHARED_MEMORY_BYTES
    except OSError:  # then it is not for us to say
        return False


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its details; `SQLITE_ERROR` where Python raised the error by itself."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & _PRIMARY_CODE_MASK
