"""The catalogue as its callers see it: store, look up, forget, and trouble with the disk."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
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


def test_catalog_makes_its_folders_and_starts_empty(catalog, catalog_path):
    assert catalog_path.is_file()
    assert catalog.count() == 0
    assert catalog.photo_at(Path("/shoot/a.jpg")) is None
    assert list(catalog.photos_under([Path("/")])) == []


def test_catalog_gives_back_what_was_stored(catalog, make_photo):
    photo = make_photo("/shoot/a.jpg")
    catalog.store([photo])
    assert catalog.photo_at(Path("/shoot/a.jpg")) == photo


def test_catalog_keeps_photos_after_closing(catalog_path, make_photo):
    photo = make_photo("/shoot/a.jpg")
    with open_catalog(catalog_path) as catalog:
        catalog.store([photo])
    with open_catalog(catalog_path) as catalog:
        assert catalog.photo_at(photo.record.path) == photo


def test_catalog_closing_leaves_one_file(catalog_path, make_photo):
    with open_catalog(catalog_path) as catalog:
        catalog.store([make_photo("/shoot/a.jpg")])
        assert catalog_path.with_name("catalog.db-wal").stat().st_size > 0
    assert [path.name for path in catalog_path.parent.iterdir()] == ["catalog.db"]


def test_catalog_may_be_closed_twice(catalog_path):
    catalog = open_catalog(catalog_path)
    catalog.close()
    catalog.close()


def test_store_replaces_the_photo_of_the_same_path(catalog, make_photo):
    first = make_photo("/shoot/a.jpg")
    catalog.store([first, make_photo("/shoot/b.jpg")])
    second = replace(first, ratings=(), assessments=first.assessments[:1], stamps=())
    catalog.store([second])
    assert catalog.photo_at(Path("/shoot/a.jpg")) == second
    assert catalog.count() == 2


def test_store_of_one_path_twice_keeps_the_last(catalog, make_photo):
    catalog.store([make_photo("/a.jpg", asset_id="first"), make_photo("/a.jpg", asset_id="last")])
    assert [photo.record.asset_id for photo in catalog.photos_under([Path("/")])] == ["last"]


def test_store_drops_what_is_gone_in_the_same_step(catalog, make_photo):
    catalog.store([make_photo("/old.jpg"), make_photo("/other.jpg")])
    catalog.store([make_photo("/new.jpg")], gone=[Path("/old.jpg"), Path("/unknown.jpg")])
    assert [str(photo.record.path) for photo in catalog.photos_under([Path("/")])] == ["/new.jpg", "/other.jpg"]


def test_store_that_fails_keeps_what_would_be_gone(catalog, make_photo):
    catalog.store([make_photo("/old.jpg")])
    bad = make_photo("/new.jpg")
    bad = replace(bad, assessments=(bad.assessments[0], bad.assessments[0]))
    with pytest.raises(sqlite3.IntegrityError):
        catalog.store([bad], gone=[Path("/old.jpg")])
    assert catalog.photo_at(Path("/old.jpg")) is not None


def test_store_of_nothing_is_no_error(catalog):
    catalog.store([])
    assert catalog.count() == 0


def test_store_keeps_all_or_none(catalog, make_photo):
    good, bad = make_photo("/a.jpg"), make_photo("/b.jpg")
    bad = replace(bad, assessments=(bad.assessments[0], bad.assessments[0]))
    with pytest.raises(sqlite3.IntegrityError):
        catalog.store([good, bad])
    assert catalog.count() == 0
    catalog.store([good])
    assert catalog.count() == 1


def test_photos_under_a_folder_leaves_out_its_neighbours(catalog, make_photo):
    names = ["/shoot/a.jpg", "/shoot/sub/b.jpg", "/shoot2/c.jpg", "/shoot.jpg", "/other/d.jpg", "/shoo"]
    catalog.store([make_photo(name) for name in names])
    found = [str(photo.record.path) for photo in catalog.photos_under([Path("/shoot")])]
    assert found == ["/shoot/a.jpg", "/shoot/sub/b.jpg"]


def test_photos_under_names_each_photo_once_in_the_order_of_paths(catalog, make_photo):
    names = ["/s/b.jpg", "/s/a.jpg", "/s!.jpg", "/r/z.jpg"]
    catalog.store([make_photo(name) for name in names])
    asked = [Path("/s"), Path("/s/b.jpg"), Path("/s!.jpg"), Path("/r"), Path("/s")]
    assert [str(photo.record.path) for photo in catalog.photos_under(asked)] == sorted(names)


def test_photos_under_the_root_is_everything(catalog, make_photo):
    catalog.store([make_photo("/a.jpg"), make_photo("/x/b.jpg")])
    assert len(list(catalog.photos_under([Path("/")]))) == 2


def test_photos_under_takes_more_paths_than_a_statement_takes_parameters(catalog, make_photo):
    photos = [make_photo(f"/shoot/{number:05d}.jpg") for number in range(1_200)]
    catalog.store(photos)
    asked = [Path(f"/shoot/{number:05d}.jpg") for number in range(20_000)]
    assert list(catalog.photos_under(asked)) == photos


def test_photos_under_leaves_out_what_is_forgotten_meanwhile(catalog, make_photo):
    photos = [make_photo(f"/shoot/{number:05d}.jpg") for number in range(600)]
    catalog.store(photos)
    found = catalog.photos_under([Path("/shoot")])
    next(found)
    catalog.forget([Path("/shoot/00599.jpg")])
    assert len(list(found)) == 598


def test_photos_by_asset_finds_copies_in_the_order_of_paths(catalog, make_photo):
    copies = [make_photo("/b.jpg", asset_id="same"), make_photo("/a.jpg", asset_id="same")]
    catalog.store([*copies, make_photo("/c.jpg", asset_id="other")])
    assert catalog.photos_by_asset("same") == [copies[1], copies[0]]
    assert catalog.photos_by_asset("none") == []


def test_a_photo_is_found_by_any_of_its_files(catalog, make_photo):
    photo = make_photo("/shoot/a.jpg")
    catalog.store([photo])
    assert catalog.photo_at(Path("/shoot/a.NEF")) == photo
    assert list(catalog.photos_under([Path("/shoot/a.NEF"), Path("/shoot/a.jpg")])) == [photo]


def test_a_file_belongs_to_one_photo_only(catalog, make_photo):
    catalog.store([make_photo("/shoot/a.jpg")])
    judged_by_its_raw = make_photo("/shoot/a.NEF", companions=(Path("/shoot/a.jpg"),))
    catalog.store([judged_by_its_raw])
    assert list(catalog.photos_under([Path("/")])) == [judged_by_its_raw]
    pair = make_photo("/shoot/a.jpg")
    catalog.store([pair])
    assert list(catalog.photos_under([Path("/")])) == [pair]


def test_forget_drops_a_photo_and_all_that_hangs_on_it(catalog, catalog_path, make_photo):
    catalog.store([make_photo("/a.jpg"), make_photo("/b.jpg")])
    catalog.forget([Path("/a.jpg"), Path("/unknown.jpg")])
    assert catalog.photo_at(Path("/a.jpg")) is None
    assert catalog.count() == 1
    reader = sqlite3.connect(catalog_path)
    left = [reader.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("files", "ratings")]
    reader.close()
    assert left == [2, 2]


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
    monkeypatch.setattr("index.catalog.errors.shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    trouble = sqlite3.OperationalError("disk I/O error")
    trouble.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    with pytest.raises(error), translated(catalog_path):
        raise trouble
