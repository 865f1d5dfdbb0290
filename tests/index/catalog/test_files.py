"""File stamps come back to the nanosecond, in their order."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from index.catalog.stored import FileStamp


def test_stamps_come_back_in_order_to_the_nanosecond(catalog, make_photo):
    stamps = (
        FileStamp(Path("/b.jpg"), 0, 1_763_700_000_123_456_789),
        FileStamp(Path(os.fsdecode(b"/a\xff.nef")), 2**40, -1),
    )
    catalog.store([replace(make_photo("/b.jpg"), stamps=stamps)])
    assert catalog.photo_at(Path("/b.jpg")).stamps == stamps
