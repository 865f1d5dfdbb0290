"""The catalogue as its callers see it: store, look up, forget."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from index.catalog.database import open_catalog


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
