"""File stamps come back to the nanosecond, in their order."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from index.catalog.stored import FileStamp


def test_stamps_come_back_in_order_to_the_nanosecond(catalog, make_photo):
    stamps = (
        FileStamp(Path("/b.jpg"), 0, 1_763_700_000_123_456_789),
        FileStamp(Path(os.fsdecode(b"/a\xff.nef")), 2**40, -1),
    )
    catalog.store([replace(make_photo("/b.jpg"), stamps=stamps)])
    assert catalog.photo_at(Path("/b.jpg")).stamps == stamps


def test_stamps_of_all_photos_that_are_not_missing_come_in_the_order_of_their_names(catalog, make_photo):
    catalog.store([make_photo("/b.jpg"), make_photo("/a.jpg"), make_photo("/c.jpg")])
    catalog.upkeep.mark_missing([Path("/c.jpg")], datetime(2026, 1, 1, tzinfo=UTC))
    assert [stamp.path.name for stamp in catalog.upkeep.stamps()] == ["a.NEF", "a.jpg", "b.NEF", "b.jpg"]
    assert catalog.upkeep.stamps()[1] == make_photo("/a.jpg").stamps[0]


def test_a_file_of_a_size_is_known_also_where_its_photo_is_missing(catalog, make_photo):
    photo = replace(make_photo("/a.jpg"), stamps=(FileStamp(Path("/a.jpg"), 4711, 1),))
    catalog.store([photo])
    catalog.upkeep.mark_missing([Path("/a.jpg")], datetime(2026, 1, 1, tzinfo=UTC))
    assert catalog.has_file_of(4711)
    assert not catalog.has_file_of(4712)
