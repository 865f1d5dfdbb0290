"""What is wrong with a photo's other files comes back as it was told."""

from __future__ import annotations

import os
from pathlib import Path

from index.photo.errors import FailureKind, UnreadablePhoto


def test_unreadable_files_come_back_equal_and_in_order(catalog, make_photo):
    unread = (
        UnreadablePhoto(Path(os.fsdecode(b"/z\xff.jpg")), FailureKind.TRUNCATED, "the JPEG ends before its last pixel"),
        UnreadablePhoto(Path("/a.dng"), FailureKind.EMPTY, "the file is empty"),
    )
    catalog.store([make_photo("/a.NEF", unread=unread), make_photo("/b.jpg")])
    assert catalog.photo_at(Path("/a.NEF")).record.unread == unread
    assert catalog.photo_at(Path("/b.jpg")).record.unread == ()


def test_a_message_with_letters_that_are_none_can_be_kept(catalog, make_photo):
    odd = UnreadablePhoto(Path("/a.jpg"), FailureKind.UNEXPECTED, "ValueError: \udcff")
    catalog.store([make_photo("/a.NEF", unread=(odd,))])
    (kept,) = catalog.photo_at(Path("/a.NEF")).record.unread
    assert kept.message == r"ValueError: \udcff"
