"""Whole photos: taken apart into the catalogue's tables, and put together from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection

from index.catalog import (
    assessments,
    embeddings,
    files,
    glances,
    missing_photos,
    photos,
    ratings,
    unread_files,
)
from index.catalog.stored import StoredPhoto


def write(db: Connection, new: Sequence[StoredPhoto]) -> None:
    """Keeps these photos, each of another path, in place of what was known of the same files."""
    ids = photos.write(db, new)
    files.write(db, zip(ids, (photo.stamps for photo in new), strict=True))
    unread_files.write(db, zip(ids, (photo.record.unread for photo in new), strict=True))
    assessments.write(db, zip(ids, (photo.assessments for photo in new), strict=True))
    ratings.write(db, zip(ids, (photo.ratings for photo in new), strict=True))
    glances.write(db, zip(ids, (photo.glance for photo in new), strict=True))
    embeddings.write(db, zip(ids, (photo.embeddings for photo in new), strict=True))


def read(db: Connection, ids: Sequence[int]) -> list[StoredPhoto]:
    """These photos in this order; those that are gone are left out. As many as a statement takes parameters."""
    marks = ", ".join("?" * len(ids))
    records = photos.read(db, marks, ids)
    stamps = files.read(db, marks, ids)
    unread = unread_files.read(db, marks, ids)
    opinions = assessments.read(db, marks, ids)
    rated = ratings.read(db, marks, ids)
    looks = glances.read(db, marks, ids)
    places = embeddings.read(db, marks, ids)
    missing = missing_photos.read(db, marks, ids)
    return [
        StoredPhoto(
            replace(records[row_id], unread=unread.get(row_id, ())),
            stamps.get(row_id, ()),
            rated.get(row_id, ()),
            opinions.get(row_id, ()),
            looks.get(row_id),
            places.get(row_id, ()),
            missing.get(row_id),
        )
        for row_id in ids
        if row_id in records
    ]
