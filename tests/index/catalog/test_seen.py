"""Photos as comparing them needs it: records alone, in the order of their names."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.catalog import many_ids


def names(found):
    return [seen.path.name for seen in found]


def test_each_photo_is_seen_once_with_its_companions_and_its_record(catalog, make_photo):
    photo = make_photo("/shoot/a.jpg")
    catalog.store([photo])
    (seen,) = catalog.seen_photos([Path("/shoot")])
    assert (seen.path, seen.companions) == (photo.record.path, photo.record.companions)
    assert (seen.asset_id, seen.size_px, seen.exif) == ("ab12", (4016, 6016), photo.record.exif)


def test_a_photo_is_seen_by_either_of_its_files_but_once(catalog, make_photo):
    catalog.store([make_photo("/shoot/a.jpg"), make_photo("/shoot/b.jpg")])
    assert names(catalog.seen_photos([Path("/shoot/a.NEF"), Path("/shoot/a.jpg")])) == ["a.jpg"]


def test_folders_are_seen_with_all_below_and_without_their_neighbours(catalog, make_photo):
    catalog.store([make_photo(path) for path in ("/x/2.jpg", "/x/in/1.jpg", "/x-old/3.jpg", "/y/4.jpg")])
    assert names(catalog.seen_photos([Path("/x")])) == ["2.jpg", "1.jpg"]
    assert names(catalog.seen_photos()) == ["3.jpg", "2.jpg", "1.jpg", "4.jpg"]


def test_missing_photos_are_seen_only_if_asked_for(catalog, make_photo):
    catalog.store([make_photo("/a.jpg"), make_photo("/b.jpg")])
    catalog.upkeep.mark_missing([Path("/a.jpg")], datetime(2026, 1, 1, tzinfo=UTC))
    assert names(catalog.seen_photos()) == ["b.jpg"]
    assert names(catalog.seen_photos(missing=True)) == ["a.jpg", "b.jpg"]


def test_names_that_are_no_text_come_back(catalog, make_photo):
    path = Path(os.fsdecode(b"/shoot/Z\xfcrich.jpg"))
    catalog.store([make_photo(path)])
    assert [seen.path for seen in catalog.seen_photos()] == [path]


@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_however_many_are_read_at_once_all_come_in_order(catalog, make_photo, monkeypatch, at_once):
    monkeypatch.setattr(many_ids, "IDS_AT_ONCE", at_once)
    catalog.store([make_photo(f"/{number}.jpg") for number in (3, 1, 2, 0)])
    assert names(catalog.seen_photos()) == [f"{number}.jpg" for number in range(4)]
    ids = [seen.photo_id for seen in catalog.seen_photos()]
    assert catalog.embeddings(ids, "clip@ba9876543210")[0].tolist() == sorted(ids)
    assert len(catalog.glances(ids, version=1)) == 4
