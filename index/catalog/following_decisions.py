"""Advice follows a photo that is stored again, under another name or with other times, while all that is said of it stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from sqlite3 import Connection

from index.catalog.paths import to_bytes
from index.catalog.stored import StoredPhoto

Followed = list[tuple[object, ...]]
"""Rows of `decisions` without the photo's id, and the path (as bytes) of the photo that they follow."""


def read(db: Connection, new: Sequence[StoredPhoto], before: Sequence[StoredPhoto]) -> Followed:
    """Of `new`, which are about to take the place of `before`: the decisions that stay theirs."""
    return [
        (*row[1:], to_bytes(photo.record.path))
        for photo in new
        for one in _same(photo, before)
        for row in db.execute(
            "SELECT * FROM decisions WHERE photo_id = (SELECT id FROM photos WHERE path = ?)",
            [to_bytes(one.record.path)],
        )
    ]


def write(db: Connection, followed: Followed) -> None:
    """Gives them to the photos that have these paths now."""
    db.executemany(
        "INSERT OR REPLACE INTO decisions SELECT id, ?1, ?2, ?3, ?4, ?5 FROM photos WHERE path = ?6", followed
    )


def _same(photo: StoredPhoto, before: Sequence[StoredPhoto]) -> Iterator[StoredPhoto]:
    """What it was stored as; its own name comes last, and so counts."""
    found = [one for one in before if _is_unchanged(photo, one)]
    yield from sorted(found, key=lambda one: one.record.path == photo.record.path)


def _is_unchanged(photo: StoredPhoto, before: StoredPhoto) -> bool:
    """Whether nobody judged it anew: by other weights or assessors its advice would be another."""
    return (
        photo.record.asset_id == before.record.asset_id
        and photo.record.exif == before.record.exif
        and photo.ratings[:1] == before.ratings[:1]
        and photo.assessments == before.assessments
    )
