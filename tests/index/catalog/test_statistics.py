"""What a catalogue holds, in numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from index.catalog.migrations import MIGRATIONS
from index.catalog.stored import StoredRating


def test_an_empty_catalogue_holds_nothing(catalog):
    found = catalog.upkeep.statistics()
    assert (found.photos, found.missing, found.schema_step) == (0, 0, len(MIGRATIONS))
    assert (found.photos_by_weights, found.photos_by_embedder, found.photos_by_folder) == ({}, {}, {})


def test_photos_are_counted_by_what_there_is_of_them_most_first(catalog, make_photo):
    plain = replace(make_photo("/x/c.jpg"), ratings=(StoredRating("nima@1", (1.0,)),), embeddings=(), glance=None)
    catalog.store([make_photo("/y/a.jpg"), make_photo("/y/b.jpg"), plain])
    found = catalog.upkeep.statistics()
    assert found.photos == 3
    assert dict(found.photos_by_weights) == {
        "nima_vgg16.ava@ba9876543210": 2,
        "saf_mobilenet_v2.biq2021@0123456789ab": 2,
        "nima@1": 1,
    }
    assert list(found.photos_by_weights)[-1] == "nima@1"
    assert dict(found.photos_by_embedder) == {"clip@ba9876543210": 2, "lite0@0123456789ab": 2}
    assert dict(found.photos_by_glance_version) == {1: 2}
    assert list(found.photos_by_folder.items()) == [(Path("/y"), 2), (Path("/x"), 1)]


def test_missing_photos_are_counted_and_stand_in_no_folder(catalog, make_photo):
    catalog.store([make_photo("/x/a.jpg"), make_photo("/y/b.jpg")])
    catalog.upkeep.mark_missing([Path("/x/a.jpg")], datetime(2026, 1, 1, tzinfo=UTC))
    found = catalog.upkeep.statistics()
    assert (found.photos, found.missing) == (2, 1)
    assert dict(found.photos_by_folder) == {Path("/y"): 1}
