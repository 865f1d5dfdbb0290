"""How the journal's tables came to be: numbered steps, append only. A step that has shipped is never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.catalog.connection import DatabaseKind
from index.catalog.migrations import Step
from index.journal.errors import JOURNAL_ERRORS

if TYPE_CHECKING:
    from sqlite_utils import Database

# "phaj" in ASCII; marks a file as ours: https://www.sqlite.org/pragma.html#pragma_application_id
APPLICATION_ID = 0x7068616A

JOURNAL = DatabaseKind(APPLICATION_ID, JOURNAL_ERRORS, "FULL")
"""FULL: what is said to be noted survives a power cut, for the files it speaks of are written right after."""


def m001_runs(db: Database) -> None:
    """One row a command that wrote files. `started` is ISO 8601, UTC."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("""
        CREATE TABLE runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            started TEXT NOT NULL,
            command TEXT NOT NULL,
            undoes INTEGER REFERENCES runs (id)
        )""")


def m002_writes(db: Database) -> None:
    """One row a file that a run wrote, or meant to. Names are bytes; `path_text` is for people.

    `taken_back` says whether the write is undone just now: an undo sets it, and the undo of that undo clears it again.
    """
    db.execute("""
        CREATE TABLE writes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run_id INTEGER NOT NULL REFERENCES runs (id),
            path BLOB NOT NULL,
            path_text TEXT NOT NULL,
            photo BLOB NOT NULL,
            state TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            before_sha256 BLOB,
            before_bytes INTEGER,
            after_sha256 BLOB,
            after_bytes INTEGER,
            way_back BLOB NOT NULL,
            marks_before_json TEXT NOT NULL,
            marks_after_json TEXT NOT NULL,
            changed TEXT NOT NULL,
            mode INTEGER,
            mtime_ns INTEGER,
            taken_back INTEGER NOT NULL DEFAULT 0,
            takes_back INTEGER REFERENCES writes (id)
        )""")
    db.execute("CREATE INDEX writes_by_run ON writes (run_id, state, taken_back)")
    db.execute("CREATE INDEX writes_by_path ON writes (path)")
    db.execute("CREATE INDEX writes_left_open ON writes (id) WHERE state = 'intended'")
    db.execute("CREATE UNIQUE INDEX one_write_a_run ON writes (run_id, path) WHERE state NOT IN ('failed', 'stopped')")


def m003_whose_marks(db: Database) -> None:
    """Which of the marks that were written are a person's, and what people said where we only read.

    `after_write`: the last write before the reading, so that it can be told which of both is the later one.
    """
    db.execute("ALTER TABLE writes ADD COLUMN people TEXT NOT NULL DEFAULT ''")
    db.execute("""
        CREATE TABLE readings (
            path BLOB PRIMARY KEY,
            path_text TEXT NOT NULL,
            marks_json TEXT NOT NULL,
            people TEXT NOT NULL,
            after_write INTEGER NOT NULL,
            read TEXT NOT NULL
        ) WITHOUT ROWID""")


def m004_what_an_undo_needs(db: Database) -> None:
    """What kind of place the file is (empty: an older row, of which its name has to tell), the properties that the write added to
    it, and by what the photo is known again where it was moved. Writes that a killed run did not come to are found quickly.
    """
    db.execute("ALTER TABLE writes ADD COLUMN place TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE writes ADD COLUMN added TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE writes ADD COLUMN asset_id TEXT NOT NULL DEFAULT ''")
    db.execute("CREATE INDEX writes_stopped ON writes (id) WHERE state = 'stopped'")


def m005_moves(db: Database) -> None:
    """One row a name that a run moved, linked or made, or meant to; `size_after` and `mtime_ns_after` tell the file at its new
    place. `followed`: whether the catalogue was told.

    A sidecar that is moved keeps its rows of `writes`: `now_at` is where it lies, nothing where it is gone and another file
    was moved to its name.
    """
    db.execute("""
        CREATE TABLE moves (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run_id INTEGER NOT NULL REFERENCES runs (id),
            deed TEXT NOT NULL,
            photo BLOB NOT NULL,
            source BLOB NOT NULL,
            source_text TEXT NOT NULL,
            target BLOB NOT NULL,
            target_text TEXT NOT NULL,
            size_bytes INTEGER,
            mtime_ns INTEGER,
            size_after INTEGER,
            mtime_ns_after INTEGER,
            link BLOB NOT NULL,
            known_source BLOB NOT NULL,
            known_target BLOB NOT NULL,
            state TEXT NOT NULL,
            reason TEXT NOT NULL DEFAULT '',
            taken_back INTEGER NOT NULL DEFAULT 0,
            takes_back INTEGER REFERENCES moves (id),
            followed INTEGER NOT NULL DEFAULT 0
        )""")
    db.execute("CREATE INDEX moves_by_run ON moves (run_id, state, taken_back)")
    db.execute("CREATE INDEX moves_by_target ON moves (target)")
    db.execute("CREATE INDEX moves_left_open ON moves (id) WHERE state = 'intended'")
    db.execute("CREATE INDEX moves_to_follow ON moves (id) WHERE deed = 'move' AND state = 'done' AND NOT followed")
    db.execute("ALTER TABLE writes ADD COLUMN now_at BLOB")
    db.execute("UPDATE writes SET now_at = path")
    db.execute("CREATE INDEX writes_by_place ON writes (now_at)")
    db.execute("CREATE INDEX writes_by_photo ON writes (photo)")


def m006_runs_that_stay_open(db: Database) -> None:
    """A cull is one run and may write a file again and again; of one file only one write is on its way at a time."""
    db.execute("DROP INDEX one_write_a_run")
    db.execute("CREATE UNIQUE INDEX one_open_write_a_run ON writes (run_id, path) WHERE state = 'intended'")


MIGRATIONS: tuple[Step, ...] = (
    m001_runs,
    m002_writes,
    m003_whose_marks,
    m004_what_an_undo_needs,
    m005_moves,
    m006_runs_that_stay_open,
)
