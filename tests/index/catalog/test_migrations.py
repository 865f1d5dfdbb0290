"""Old files are brought to the newest version step by step, each step whole or not at all."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from index.catalog import database, migrations
from index.catalog.connection import APPLICATION_ID, connect, pragma
from index.catalog.database import open_catalog
from index.catalog.migrate import migrate
from index.catalog.migrations import MIGRATIONS
from index.catalog.stored import StoredAssessment, StoredRating


@pytest.fixture
def db(tmp_path):
    opened = connect(tmp_path / "catalog.db", 1.0)
    yield opened
    opened.close()


def table_names(db: sqlite3.Connection) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def test_steps_are_numbered_in_order():
    assert [step.__name__[:5] for step in MIGRATIONS] == [f"m{number:03d}_" for number in range(1, len(MIGRATIONS) + 1)]


def test_new_file_carries_our_mark_and_the_last_number(db):
    migrate(db)
    assert pragma(db, "application_id") == APPLICATION_ID
    assert pragma(db, "user_version") == len(MIGRATIONS)
    assert table_names(db) == {
        *("photos", "files", "assessments", "ratings", "unread_files", "glances", "embeddings"),
        *("decisions", "people_marks", "briefs"),
    }


def test_migrating_again_changes_nothing(db):
    migrate(db)
    before = pragma(db, "schema_version")
    migrate(db)
    assert pragma(db, "schema_version") == before


def test_older_file_gets_only_the_missing_steps(db, monkeypatch):
    migrate(db)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, lambda db: db.execute("CREATE TABLE stories (x)")))
    migrate(db)
    assert pragma(db, "user_version") == len(MIGRATIONS) + 1
    assert "stories" in table_names(db)


def at_step(path: Path, step: int, monkeypatch: pytest.MonkeyPatch) -> sqlite3.Connection:
    """A catalogue as an earlier version left it."""
    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "MIGRATIONS", MIGRATIONS[:step])
        earlier.setattr(database, "MIGRATIONS", MIGRATIONS[:step])
        open_catalog(path).close()
    return sqlite3.connect(path)


PHOTO = "INSERT INTO photos VALUES ({id}, CAST('{path}' AS BLOB), '{path}', 'ab12', 64, 48, 'full', '[]', {exif}, 1);"
FILE = "INSERT INTO files VALUES ({id}, {position}, CAST('{path}' AS BLOB), '{path}', 5, 1);"
NO_EXIF = ", ".join(["NULL"] * 8)


def test_photos_kept_under_the_name_of_a_companion_leave_and_all_others_stay(tmp_path, monkeypatch):
    old = at_step(tmp_path / "catalog.db", 5, monkeypatch)
    for row_id, path in enumerate(["/pair.jpg", "/pair.NEF", "/single.jpg"]):  # the RAW was once named by itself
        old.executescript(PHOTO.format(id=row_id, path=path, exif=NO_EXIF))
        old.executescript(FILE.format(id=row_id, position=0, path=path))
    old.executescript(FILE.format(id=0, position=1, path="/pair.NEF"))
    old.close()
    with open_catalog(tmp_path / "catalog.db") as catalog:
        assert [photo.record.path.name for photo in catalog.photos_under([Path("/")])] == ["pair.jpg", "single.jpg"]


def test_photos_kept_before_they_were_compared_stay_and_lack_only_that(tmp_path, monkeypatch):
    path = tmp_path / "catalog.db"
    old = at_step(path, 7, monkeypatch)
    old.executescript(PHOTO.format(id=7, path="/a.jpg", exif=NO_EXIF) + FILE.format(id=7, position=0, path="/a.jpg"))
    old.executescript("INSERT INTO ratings VALUES (7, 'nima@0123456789ab', '[0.1]', 0);")
    old.close()
    with open_catalog(path) as catalog:
        photo = catalog.photo_at(Path("/a.jpg"))
        assert (photo.glance, photo.embeddings, photo.missing_since) == (None, (), None)
        assert (photo.record.exif.body_serial, photo.record.exif.auto_bracket) == (None, False)
        assert photo.ratings == (StoredRating("nima@0123456789ab", (0.1,)),)
        assert [seen.path for seen in catalog.seen_photos()] == [Path("/a.jpg")]


def test_results_kept_by_an_earlier_version_stay_and_others_may_join_them(tmp_path, monkeypatch):
    path = tmp_path / "catalog.db"
    old = at_step(path, 6, monkeypatch)
    old.executescript(PHOTO.format(id=7, path="/a.jpg", exif=NO_EXIF) + FILE.format(id=7, position=0, path="/a.jpg"))
    old.executescript("""
        INSERT INTO ratings VALUES (7, 'nima@0123456789ab', '[0.1]');
        INSERT INTO assessments VALUES (7, 'noise', 3, 0.5, 0.9, 'clean', '["why"]', '{"sigma": 1}', 0);
    """)
    old.close()
    with open_catalog(path) as catalog:
        photo = catalog.photo_at(Path("/a.jpg"))
        assert photo.ratings == (StoredRating("nima@0123456789ab", (0.1,)),)
        assert photo.assessments == (StoredAssessment("noise", 3, 0.5, 0.9, "clean", ("why",), {"sigma": 1}),)
        other = StoredRating("other@0123456789ab", (0.2,))
        catalog.store([replace(photo, ratings=(other,))])
        assert catalog.photo_at(Path("/a.jpg")).ratings == (other, *photo.ratings)
        catalog.forget([Path("/a.jpg")])
        left = [catalog._db.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("ratings", "assessments")]
        assert left == [(0,), (0,)]


def test_failing_step_leaves_the_file_at_the_step_before(db, monkeypatch):
    def m002_half_done(db):
        db.execute("CREATE TABLE half (x)")
        db.execute("CREATE TABLE half (x)")

    monkeypatch.setattr(migrations, "MIGRATIONS", (MIGRATIONS[0], m002_half_done))
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(db)
    assert pragma(db, "user_version") == 1
    assert table_names(db) == {"photos"}


def test_catalogue_is_in_write_ahead_mode_with_foreign_keys(tmp_path):
    with open_catalog(tmp_path / "catalog.db") as catalog:
        assert catalog._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert pragma(catalog._db, "foreign_keys") == 1
