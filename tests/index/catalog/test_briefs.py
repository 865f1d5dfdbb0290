"""Briefs are found by how the files of a photo look, and only those of whoever asks."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from index.catalog.paths import to_bytes

BRIEF = [71.5, {"focus": None}, ["soft"], "Even the sharpest areas are soft."]


def look_of(photo):
    return tuple((to_bytes(stamp.path), stamp.size_bytes, stamp.mtime_ns) for stamp in photo.stamps)


def name_of(photo):
    return to_bytes(photo.record.path)


def keep(catalog, *photos, made_by="me"):
    catalog.briefs.store(made_by, [(photo.record.path, photo.record.asset_id, BRIEF) for photo in photos])


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
    catalog.briefs.store("me", [(photo.record.path, photo.record.asset_id, BRIEF)])
    catalog.store([photo])
    catalog.briefs.store("me", [(photo.record.path, "another picture", BRIEF)])
    assert catalog.briefs.of([name_of(photo)], "me") == {}


def test_damaged_briefs_are_told_and_left_out(catalog, make_photo, caplog):
    photo = make_photo("/p/a.jpg")
    catalog.store([photo])
    keep(catalog, photo)
    catalog._db.execute("UPDATE briefs SET brief_json = '[71'")
    with caplog.at_level(logging.WARNING):
        assert catalog.briefs.of([name_of(photo)], "me") == {}
    assert "made anew" in caplog.text
