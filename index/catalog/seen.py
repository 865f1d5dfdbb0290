"""Many photos at once, as comparing them needs it: what they are, without what was said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from index.catalog.json_column import decoded
from index.catalog.paths import from_bytes
from index.catalog.photos import EXIF_COLUMNS, exif_from
from index.photo.record import ExifFacts


@dataclass(frozen=True, slots=True)
class SeenPhoto:
    """One photo, whatever files it has, under the id that its glance and its embeddings go by.

    The id is another one after the photo was stored again, and may then belong to another photo.
    """

    photo_id: int
    path: Path
    companions: tuple[Path, ...]
    asset_id: str
    size_px: tuple[int, int]
    """(width, height) of the upright picture."""
    exif: ExifFacts


def read(db: Connection, marks: str, ids: Sequence[int], *, missing: bool) -> dict[int, SeenPhoto]:
    """These photos, with or without those whose file is missing; `marks` is one `?` for each id."""
    present = "" if missing else "AND missing_since IS NULL"
    rows = db.execute(
        f"SELECT id, path, companions_json, asset_id, width_px, height_px, {EXIF_COLUMNS} "
        f"FROM photos WHERE id IN ({marks}) {present}",
        ids,
    ).fetchall()
    companions = decoded(row[2] for row in rows)
    return {
        row[0]: SeenPhoto(
            row[0], from_bytes(row[1]), tuple(map(Path, names)), row[3], (row[4], row[5]), exif_from(row[6:])
        )
        for row, names in zip(rows, companions, strict=True)
    }
