"""How the tables came to be: numbered steps, append only. A step that has shipped is never edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from index.catalog.connection import APPLICATION_ID

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]
"""One step; it runs inside a transaction."""


def m001_photos(db: Database) -> None:
    """One row a photo: its record. `path` is the name in bytes; `path_text` is for people."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("""
        CREATE TABLE photos (
            id INTEGER PRIMARY KEY,
            path BLOB NOT NULL UNIQUE,
            path_text TEXT NOT NULL,
            asset_id TEXT NOT NULL,
            width_px INTEGER NOT NULL,
            height_px INTEGER NOT NULL,
            pixel_source TEXT NOT NULL,
            companions_json TEXT NOT NULL,
            camera TEXT,
            lens TEXT,
            capture_time TEXT,
            iso INTEGER,
            f_number REAL,
            exposure_time_s REAL,
            exposure_bias_ev REAL,
            focal_length_mm REAL,
            orientation INTEGER NOT NULL
        )""")
    db.execute("CREATE INDEX photos_by_asset ON photos (asset_id)")


def m002_files(db: Database) -> None:
    """How each file of a photo looked when it was read."""
    db.execute("""
        CREATE TABLE files (
            photo_id INTEGER NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            path BLOB NOT NULL,
            path_text TEXT NOT NULL,
            size_bytes INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            PRIMARY KEY (photo_id, position)
        ) WITHOUT ROWID""")


def m003_assessments(db: Database) -> None:
    """One row per photo and assessor, so that a new assessor changes no table."""
    db.execute("""
        CREATE TABLE assessments (
            photo_id INTEGER NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
            assessor TEXT NOT NULL,
            version INTEGER NOT NULL,
            value REAL NOT NULL,
            confidence REAL NOT NULL,
            level TEXT NOT NULL,
            reasons_json TEXT NOT NULL,
            evidence_json TEXT NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (photo_id, assessor)
        ) WITHOUT ROWID""")


def m004_ratings(db: Database) -> None:
    """The rating distribution of a photo and the weights that gave it."""
    db.execute("""
        CREATE TABLE ratings (
            photo_id INTEGER PRIMARY KEY REFERENCES photos (id) ON DELETE CASCADE,
            weights TEXT NOT NULL,
            rating_dist_json TEXT NOT NULL
        )""")


def m005_unread_files(db: Database) -> None:
    """The files of a photo that could not be read while another one could."""
    db.execute("""
        CREATE TABLE unread_files (
            photo_id INTEGER NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            path BLOB NOT NULL,
            path_text TEXT NOT NULL,
            kind TEXT NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (photo_id, position)
        ) WITHOUT ROWID""")


def m006_one_photo_a_file(db: Database) -> None:
    """A photo is found by any of its files. Photos that were kept under the name of a companion go: they hide why the
    first file was not judged, or repeat a photo; they are judged again when they are met.
    """
    db.execute("CREATE INDEX files_by_path ON files (path)")
    db.execute("DELETE FROM photos WHERE path IN (SELECT path FROM files WHERE position > 0)")


def m007_results_by_weights_and_version(db: Database) -> None:
    """A photo keeps one rating per weights and one assessment per assessor and version, so that going back to earlier
    weights, or to an earlier program, is answered from here.
    """
    db.execute("""
        CREATE TABLE ratings_by_weights (
            photo_id INTEGER NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
            weights TEXT NOT NULL,
            rating_dist_json TEXT NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (photo_id, weights)
        ) WITHOUT ROWID""")
    db.execute("INSERT INTO ratings_by_weights SELECT photo_id, weights, rating_dist_json, 0 FROM ratings")
    db.execute("""
        CREATE TABLE assessments_by_version (
            photo_id INTEGER NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
            assessor TEXT NOT NULL,
            version INTEGER NOT NULL,
            value REAL NOT NULL,
            confidence REAL NOT NULL,
            level TEXT NOT NULL,
            reasons_json TEXT NOT NULL,
            evidence_json TEXT NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (photo_id, assessor, version)
        ) WITHOUT ROWID""")
    db.execute("""
        INSERT INTO assessments_by_version
        SELECT photo_id, assessor, version, value, confidence, level, reasons_json, evidence_json, position
        FROM assessments""")
    for table, successor in (("ratings", "ratings_by_weights"), ("assessments", "assessments_by_version")):
        db.execute(f"DROP TABLE {table}")
        db.execute(f"ALTER TABLE {successor} RENAME TO {table}")


def m008_what_compares_photos(db: Database) -> None:
    """What tells photos apart that were taken together: a glance, embeddings, the camera's body, its bracketing.

    `stamp` is another number for another embedding, and stands in an index of its own: an index of look-alikes is compared
    with the catalogue without reading a single embedding.
    """
    db.execute("""
        CREATE TABLE glances (
            photo_id INTEGER PRIMARY KEY REFERENCES photos (id) ON DELETE CASCADE,
            version INTEGER NOT NULL,
            grey BLOB NOT NULL,
            grey_width_px INTEGER NOT NULL,
            sharpness BLOB NOT NULL,
            sharpness_columns INTEGER NOT NULL
        )""")
    db.execute("""
        CREATE TABLE embeddings (
            photo_id INTEGER NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
            embedder TEXT NOT NULL,
            embedding BLOB NOT NULL,
            stamp INTEGER NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (photo_id, embedder)
        )""")
    db.execute("CREATE INDEX embeddings_by_embedder ON embeddings (embedder, photo_id, stamp)")
    db.execute("ALTER TABLE photos ADD COLUMN body_serial TEXT")
    db.execute("ALTER TABLE photos ADD COLUMN auto_bracket INTEGER NOT NULL DEFAULT 0")


def m009_missing_photos(db: Database) -> None:
    """When the file of a photo was first found to be gone (ISO 8601, UTC); nothing while it is there."""
    db.execute("ALTER TABLE photos ADD COLUMN missing_since TEXT")
    db.execute("CREATE INDEX photos_missing ON photos (missing_since) WHERE missing_since IS NOT NULL")


def m010_decisions_and_marks(db: Database) -> None:
    """What `pick` last advised of each photo, and the marks that people gave.

    Marks hang on the file's name and its picture, not on a row of `photos`: that one goes and comes when a photo is judged anew,
    and a person's mark must not go with it.
    """
    db.execute("""
        CREATE TABLE decisions (
            photo_id INTEGER PRIMARY KEY REFERENCES photos (id) ON DELETE CASCADE,
            decision TEXT NOT NULL,
            kind TEXT,
            rank INTEGER,
            reasons_json TEXT NOT NULL,
            decided TEXT NOT NULL
        )""")
    db.execute("""
        CREATE TABLE people_marks (
            path BLOB PRIMARY KEY,
            path_text TEXT NOT NULL,
            asset_id TEXT NOT NULL,
            marks_json TEXT NOT NULL,
            source TEXT NOT NULL,
            changed TEXT NOT NULL
        ) WITHOUT ROWID""")
    db.execute("CREATE INDEX people_marks_of_asset ON people_marks (asset_id)")


def m011_files_by_size(db: Database) -> None:
    """A file whose size nobody knows need not be read to see whether it is known under another name."""
    db.execute("CREATE INDEX files_size ON files (size_bytes)")


def m012_briefs(db: Database) -> None:
    """What a list of photos tells of each, and what made it: kept so that a hundred thousand known photos are told in seconds."""
    db.execute("""
        CREATE TABLE briefs (
            photo_id INTEGER PRIMARY KEY REFERENCES photos (id) ON DELETE CASCADE,
            made_by TEXT NOT NULL,
            brief_json TEXT NOT NULL
        )""")


MIGRATIONS: tuple[Step, ...] = (
    m001_photos,
    m002_files,
    m003_assessments,
    m004_ratings,
    m005_unread_files,
    m006_one_photo_a_file,
    m007_results_by_weights_and_version,
    m008_what_compares_photos,
    m009_missing_photos,
    m010_decisions_and_marks,
    m011_files_by_size,
    m012_briefs,
)
