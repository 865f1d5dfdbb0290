"""The catalogue in trouble: of another version, damaged, full, held by others, or only to be read."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest

from index.catalog.database import open_catalog, open_catalog_to_read
from index.catalog.errors import (
    DamagedCatalogError,
    DiskFullError,
    LockedCatalogError,
    NewerCatalogError,
    UnwritableCatalogError,
    translated,
)
from index.catalog.migrations import MIGRATIONS


def test_catalog_of_a_newer_version_is_refused(catalog_path):
    open_catalog(catalog_path).close()
    newer = sqlite3.connect(catalog_path)
    newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    with pytest.raises(NewerCatalogError, match="newer version") as refused:
        open_catalog(catalog_path)
    assert refused.value.exit_code == 1
    assert "--catalog" in refused.value.hint


def test_catalog_opened_to_read_gives_back_what_was_stored(catalog_path, make_photo):
    photo = make_photo("/shoot/a.jpg")
    with open_catalog(catalog_path) as catalog:
        catalog.store([photo])
        with open_catalog_to_read(catalog_path) as reader:  # from the log of a run that goes on
            assert reader.photo_at(photo.record.path) == photo
    with open_catalog_to_read(catalog_path) as reader:
        assert list(reader.photos_under([Path("/")])) == [photo]


def test_catalog_of_a_newer_version_is_not_read_either(catalog_path):
    open_catalog(catalog_path).close()
    newer = sqlite3.connect(catalog_path)
    newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    newer.close()
    with pytest.raises(NewerCatalogError):
        open_catalog_to_read(catalog_path)


def test_older_catalog_is_brought_up_to_date_to_be_read(catalog_path, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr("index.catalog.migrations.MIGRATIONS", MIGRATIONS[:2])
        open_catalog(catalog_path).close()
    with open_catalog_to_read(catalog_path) as catalog:
        assert list(catalog.photos_under([Path("/")])) == []


def test_catalog_with_damaged_pages_is_named_as_such(catalog_path, make_photo):
    with open_catalog(catalog_path) as catalog:
        catalog.store([make_photo(f"/{number}.jpg") for number in range(100)])
    header = catalog_path.read_bytes()[:100]
    catalog_path.write_bytes(header + b"\x5a" * (catalog_path.stat().st_size - 100))
    with pytest.raises(DamagedCatalogError):
        open_catalog(catalog_path)


def test_full_disk_is_named_and_what_was_finished_is_kept(catalog_path, make_photo):
    finished = [make_photo(f"/finished/{number}.jpg") for number in range(10)]
    with open_catalog(catalog_path) as catalog:
        catalog.store(finished)
        # SQLite answers a database at its page limit just as it answers a full disk: SQLITE_FULL.
        pages = catalog._db.execute("PRAGMA page_count").fetchone()[0]
        catalog._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFullError, match="full"):
            catalog.store([make_photo(f"/more/{number}.jpg") for number in range(2_000)])
        assert catalog.count() == 10
    with open_catalog(catalog_path) as catalog:
        assert list(catalog.photos_under([Path("/")])) == finished


def test_catalog_held_by_another_writer_is_named(catalog_path, make_photo):
    with open_catalog(catalog_path, busy_timeout_s=0.01) as catalog:
        other = sqlite3.connect(catalog_path)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedCatalogError, match="another process"):
            catalog.store([make_photo("/a.jpg")])
        other.close()
        catalog.store([make_photo("/a.jpg")])
        assert catalog.count() == 1


def test_catalog_closes_without_waiting_for_a_reader(catalog_path, make_photo):
    with open_catalog(catalog_path) as catalog:
        catalog.store([make_photo("/a.jpg")])
        reader = sqlite3.connect(catalog_path)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM photos").fetchone()
        catalog.store([make_photo("/b.jpg")])
    reader.close()
    with open_catalog(catalog_path) as catalog:
        assert catalog.count() == 2


@pytest.mark.parametrize(("free", "error"), [(4096, DiskFullError), (10**9, UnwritableCatalogError)])
def test_an_io_error_on_a_disk_without_room_is_called_a_full_disk(catalog_path, monkeypatch, free, error):
    monkeypatch.setattr("index.catalog.database_errors.shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    trouble = sqlite3.OperationalError("disk I/O error")
    trouble.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    with pytest.raises(error), translated(catalog_path):
        raise trouble
