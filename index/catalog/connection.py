"""How we talk to SQLite: which files we open at all, with which settings, and one transaction at a time."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from index.catalog.database_errors import ErrorKinds, primary_code
from index.catalog.errors import CATALOG_ERRORS

# "phas" in ASCII; marks a file as ours: https://www.sqlite.org/pragma.html#pragma_application_id
APPLICATION_ID = 0x70686173


@dataclass(frozen=True, slots=True)
class DatabaseKind:
    """What marks a file as this kind of ours, what goes wrong with it in words, and what a power cut may cost."""

    application_id: int
    errors: ErrorKinds
    synchronous: str
    """https://www.sqlite.org/pragma.html#pragma_synchronous"""


CATALOG = DatabaseKind(APPLICATION_ID, CATALOG_ERRORS, "NORMAL")
"""With a write-ahead log, NORMAL keeps the file sound through a power cut, though the last photos may be judged again."""

# The file header: https://www.sqlite.org/fileformat.html#the_database_header
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_APPLICATION_ID_BYTES = slice(68, 72)

# What SQLite answers where it can make neither log nor index beside the file: https://www.sqlite.org/wal.html#readonly
_NO_PLACE_FOR_A_LOG = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})

BEGUN_BY_US = None
"""Python's own sqlite3 begins transactions unasked unless told so; here `transaction` does."""

LOOKS_AGAIN_S = 0.01
"""A choice: making the tables of a new file takes others some hundredths of a second."""

# Files this process has found to be ours. Closing a plain file handle drops every POSIX lock that the process holds on
# the file, under SQLite's feet (https://www.sqlite.org/howtocorrupt.html, 2.2), so each is looked at only once.
_known_files: set[tuple[int, int]] = set()


def connect(path: Path, busy_timeout_s: float, kind: DatabaseKind = CATALOG) -> Connection:
    """An open connection to the file at `path`, which is ours, empty or new."""
    _refuse_what_is_not_ours(path, kind)
    connection = sqlite3.connect(path, timeout=busy_timeout_s, isolation_level=BEGUN_BY_US)
    try:
        return _prepared(connection, path, kind)
    except BaseException:
        connection.close()
        raise


def connect_to_read(path: Path, busy_timeout_s: float, kind: DatabaseKind = CATALOG) -> Connection:
    """An open connection to the file at `path`, which is ours, that writes nothing into it, makes no file and needs no permission
    but to read.
    """
    _refuse_what_cannot_be_read(path, kind)
    if _has_log(path):
        return _opened(path, "mode=rw", busy_timeout_s, kind)
    if os.access(path, os.W_OK):
        try:
            # Not mode=ro: that leaves SQLite's log and index behind, for it may not take them away again.
            return _opened(path, "mode=rw", busy_timeout_s, kind)
        except sqlite3.OperationalError as error:
            if primary_code(error) not in _NO_PLACE_FOR_A_LOG:
                raise
    # No log, so nobody is writing: https://www.sqlite.org/uri.html#uriimmutable
    return _opened(path, "mode=ro&immutable=1", busy_timeout_s, kind)


def pragma(db: Connection, name: str) -> int:
    """The number that a pragma answers."""
    (number,) = db.execute(f"PRAGMA {name}").fetchone()
    return int(number)


@contextmanager
def transaction(db: Connection) -> Iterator[None]:
    """All or nothing; inside another one a part of that. Asks for the write lock first, so that two writers queue up instead of
    failing half-way.
    """
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # SQLite has already rolled back by itself when, say, the disk is full.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def keep_log(db: Connection, within_s: float) -> None:
    """Switches to a write-ahead log. Where others open the same new file at that moment SQLite does not wait for them, whatever
    its busy timeout: so we do, for so long.
    """
    until_s = time.monotonic() + within_s
    while True:
        try:
            db.execute("PRAGMA journal_mode = wal")
        except sqlite3.OperationalError as error:
            if primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() >= until_s:
                raise
            time.sleep(LOOKS_AGAIN_S)
        else:
            return


def close_with_log(db: Connection) -> None:
    """Closes the connection and moves the write-ahead log into the file. Does not wait for readers."""
    try:
        # If this fails, what was finished is safe in the log, and the next opening moves it.
        # A ProgrammingError means that it is closed already.
        with suppress(sqlite3.OperationalError, sqlite3.ProgrammingError):
            db.execute("PRAGMA busy_timeout = 0")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        db.close()


def _opened(path: Path, parameters: str, busy_timeout_s: float, kind: DatabaseKind) -> Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{parameters}", uri=True, timeout=busy_timeout_s, isolation_level=BEGUN_BY_US
    )
    try:
        connection.execute("PRAGMA query_only = ON")
        return _prepared(connection, path, kind)
    except BaseException:
        connection.close()
        raise


def _has_log(path: Path) -> bool:
    log = Path(f"{path.resolve()}-wal")
    return log.exists() and log.stat().st_size > 0


def _prepared(db: Connection, path: Path, kind: DatabaseKind) -> Connection:
    if pragma(db, "schema_version") and pragma(db, "application_id") != kind.application_id:
        raise kind.errors.foreign(path)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA synchronous = {kind.synchronous}")
    info = path.stat()
    _known_files.add((info.st_dev, info.st_ino))
    return db


def _refuse_what_is_not_ours(path: Path, kind: DatabaseKind) -> None:
    """Looks at the header without SQLite, which could touch another program's file or leave its own beside it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise kind.errors.foreign(path, "it is a folder")
        if path.exists() and not _is_known(path):
            _check_header(path, kind)
            # Asked for here because SQLite would quietly open a read-only file and fail later.
            with path.open("r+b"):
                pass
    except OSError as error:
        raise kind.errors.unwritable(path, error.strerror or str(error)) from error


def _refuse_what_cannot_be_read(path: Path, kind: DatabaseKind) -> None:
    try:
        if path.is_dir():
            raise kind.errors.foreign(path, "it is a folder")
        if not path.stat().st_size:
            raise kind.errors.missing(path, "the file is empty")
        if not _is_known(path):
            _check_header(path, kind)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise kind.errors.missing(path) from error
    except OSError as error:
        raise kind.errors.unreadable(path, error.strerror or str(error)) from error


def _is_known(path: Path) -> bool:
    info = path.stat()
    return (info.st_dev, info.st_ino) in _known_files


def _check_header(path: Path, kind: DatabaseKind) -> None:
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if header and not header.startswith(_MAGIC):
        raise kind.errors.foreign(path, "it is not a database")
    if header and int.from_bytes(header[_APPLICATION_ID_BYTES], "big") != kind.application_id:
        raise kind.errors.foreign(path, "another program's database")
