"""Briefs are found by how the files of a photo look, and only those of whoever asks."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from index.catalog.paths import to_bytes

BRIEF = [71.5, {"focus": None}, ["soft"], "Even the sharpest areas are soft."]


def look_of(photo):
    return tuple((to_bytes(stamp.path), stamp.size_bytes, stamp.mtime_ns) for stamp in photo.stamps)


def name_of(photo):
    return to_bytes(photo.record.path)


def keep(catalog, *photos, made_by="me"):
    catalog.briefs.store(made_by, [(look_of(photo), photo.record.asset_id, BRIEF) for photo in photos])


def test_briefs_come_back_by_the_look_of_all_files(catalog, make_photo):
    pair, single = make_photo("/p/a.jpg"), make_photo("/p/b.jpg", companions=())
    catalog.store([pair, single])
    keep(catalog, pair, single)
    names = [name_of(pair), name_of(single), b"/p/c.jpg"]
    assert catalog.briefs.of(names, "me") == {look_of(pair): BRIEF, look_of(single): BRIEF}


def test_what_something_else_made_is_not_there(catalog, make_photo):
    photo = make_photo("/p/a.jpg")
    catalog.store([photo])
    keep(catalog, photo, made_by="an older program")
    assert catalog.briefs.of([name_of(photo)], "me") == {}
    keep(catalog, photo)
    assert len(catalog.briefs.of([name_of(photo)], "me")) == 1


def test_a_photo_judged_anew_or_missing_has_no_brief(catalog, make_photo):
    photos = [make_photo("/p/a.jpg", companions=()), make_photo("/p/b.jpg", companions=())]
    catalog.store(photos)
    keep(catalog, *photos)
    catalog.store(photos[:1])
    catalog.upkeep.mark_missing([photos[1].record.path], datetime(2026, 11, 22, tzinfo=UTC))
    assert catalog.briefs.of(map(name_of, photos), "me") == {}


def test_a_brief_of_another_picture_or_of_no_photo_is_not_kept(catalog, make_photo):
    photo = make_photo("/p/a.jpg")
    catalog.briefs.store("me", [(look_of(photo), photo.record.asset_id, BRIEF)])
    catalog.store([photo])
    catalog.briefs.store("me", [(look_of(photo), "another picture", BRIEF), ((), photo.record.asset_id, BRIEF)])
    assert catalog.briefs.of([name_of(photo)], "me") == {}


@pytest.mark.parametrize("position", [0, 1])
@pytest.mark.parametrize("change", [{"size_bytes": 77}, {"mtime_ns": 77}])
def test_a_brief_of_files_that_were_read_anew_since_is_not_kept(catalog, make_photo, position, change):
    told = make_photo("/p/a.jpg")
    stamps = [replace(one, **change) if at == position else one for at, one in enumerate(told.stamps)]
    anew = replace(told, stamps=tuple(stamps))
    catalog.store([anew])
    keep(catalog, told)
    assert catalog.briefs.of([name_of(told)], "me") == {}
    keep(catalog, anew)
    assert catalog.briefs.of([name_of(told)], "me") == {look_of(anew): BRIEF}


def test_a_brief_of_a_photo_that_has_lost_a_file_is_not_kept(catalog, make_photo):
    told = make_photo("/p/a.jpg")
    catalog.store([replace(told, stamps=told.stamps[:1])])
    keep(catalog, told)
    assert catalog._db.execute("SELECT count(*) FROM briefs").fetchone() == (0,)


def test_damaged_briefs_are_told_and_left_out(catalog, make_photo, caplog):
    photo = make_photo("/p/a.jpg")
    catalog.store([photo])
    keep(catalog, photo)
    catalog._db.execute("UPDATE briefs SET brief_json = '[71'")
    with caplog.at_level(logging.WARNING):
        assert catalog.briefs.of([name_of(photo)], "me") == {}
    assert "made anew" in caplog.text
