"""Pruning forgets what is marked and only that, all or nothing; compacting gives the room back."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.catalog.database import open_catalog, open_catalog_to_read
from index.catalog.errors import LockedCatalogError
from index.catalog.unused_results import Pruned

SPRING = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.fixture
def marked(catalog, make_photo):
    """Twenty photos, the even ones missing."""
    catalog.store([make_photo(f"/{number:02d}.jpg") for number in range(20)])
    catalog.upkeep.mark_missing([Path(f"/{number:02d}.jpg") for number in range(0, 20, 2)], SPRING)
    return catalog


def test_only_those_asked_for_that_are_marked_are_forgotten(marked):
    assert marked.upkeep.prune([Path("/00.jpg"), Path("/01.jpg"), Path("/99.jpg")]) == Pruned(1, 0)
    assert marked.photo_at(Path("/00.jpg")) is None
    assert marked.count() == 19


def test_a_forgotten_photo_leaves_nothing_behind(marked):
    marked.upkeep.prune([seen.path for seen in marked.seen_photos(missing=True)])
    tables = ("files", "assessments", "ratings", "glances", "embeddings")
    left = {
        table: marked._db.execute(f"SELECT count(DISTINCT photo_id) FROM {table}").fetchone()[0] for table in tables
    }
    assert left == dict.fromkeys(tables, 10)


def test_compacting_makes_the_file_smaller_and_keeps_the_ids(catalog_path, make_photo):
    with open_catalog(catalog_path) as catalog:
        catalog.store([make_photo(f"/{number:03d}.jpg") for number in range(400)])
        catalog.upkeep.mark_missing([Path(f"/{number:03d}.jpg") for number in range(300)], SPRING)
        catalog.upkeep.compact()
        before_bytes, kept = catalog_path.stat().st_size, catalog.seen_photos()
        catalog.upkeep.prune([path for path, _since in catalog.upkeep.missing_photos()])
        catalog.upkeep.compact()
        assert catalog_path.stat().st_size < before_bytes / 2
        assert catalog.seen_photos() == kept


def test_a_catalogue_opened_to_read_is_not_pruned(marked, catalog_path):
    marked.close()
    with open_catalog_to_read(catalog_path) as reader:
        assert len(reader.upkeep.missing_photos()) == 10
        with pytest.raises(Exception, match="readonly"):
            reader.upkeep.prune([Path("/00.jpg")])


def test_upkeep_waits_for_another_writer_and_then_names_it(catalog_path, make_photo):
    with open_catalog(catalog_path, busy_timeout_s=0.01) as catalog:
        catalog.store([make_photo("/a.jpg")])
        other = sqlite3.connect(catalog_path)
        other.execute("BEGIN IMMEDIATE")
        for blocked in (
            lambda: catalog.upkeep.mark_missing([Path("/a.jpg")], SPRING),
            lambda: catalog.upkeep.prune([Path("/a.jpg")]),
            catalog.upkeep.compact,
        ):
            with pytest.raises(LockedCatalogError, match="another process"):
                blocked()
        other.close()
        assert catalog.upkeep.mark_missing([Path("/a.jpg")], SPRING) == 1
