"""Glances come back as they were, by photo and by version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.catalog.stored import StoredGlance


def test_glances_come_back_by_photo_and_only_of_the_version_asked_for(catalog, make_photo):
    photo = make_photo("/a.jpg")
    older = replace(make_photo("/b.jpg"), glance=replace(photo.glance, version=0))
    catalog.store([photo, older, replace(make_photo("/c.jpg"), glance=None)])
    a, b, c = (seen.photo_id for seen in catalog.seen_photos())
    assert catalog.glances([a, b, c, 99], version=1) == {a: photo.glance}
    assert catalog.glances([a, b, c], version=0) == {b: older.glance}
    assert catalog.glances([c], version=1) == {}


def test_a_glance_leaves_with_its_photo(catalog, make_photo):
    photo = make_photo("/a.jpg")
    catalog.store([photo])
    catalog.forget([photo.record.path])
    assert catalog._db.execute("SELECT count(*) FROM glances").fetchone() == (0,)


@pytest.mark.parametrize(
    ("grey", "width", "whole"), [(bytes(6), 3, True), (bytes(7), 3, False), (b"", 3, False), (bytes(6), 0, False)]
)
def test_a_glance_is_whole_where_its_rows_are_full(grey, width, whole):
    assert StoredGlance(1, grey, width, b"1", 1).is_whole is whole
    assert StoredGlance(1, b"1", 1, grey, width).is_whole is whole
