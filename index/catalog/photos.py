"""The table `photos`: one row a photo, its record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from index.catalog.json_column import decoded, encoded
from index.catalog.paths import PathRange, from_bytes, readable, to_bytes
from index.catalog.photo_rows import insert_rows
from index.catalog.stored import StoredPhoto
from index.photo.record import ExifFacts, PhotoRecord, PixelSource

EXIF_COLUMNS = (
    "camera, lens, capture_time, iso, f_number, exposure_time_s, exposure_bias_ev, focal_length_mm, orientation, "
    "body_serial, auto_bracket"
)
_RECORD_COLUMNS = f"companions_json, path, asset_id, width_px, height_px, pixel_source, {EXIF_COLUMNS}"

# SQLite takes at most 32,766 parameters in a statement (https://www.sqlite.org/limits.html); a range takes two.
_RANGES_AT_ONCE = 10_000


def write(db: Connection, photos: Sequence[StoredPhoto]) -> list[int]:
    """Replaces the rows of the same files; their ids, in order. What hung on the old rows goes with them.

    A file belongs to one photo: which of a pair is judged changes when a file is mended, and what is a pair with names.
    """
    _delete_with_files(db, (file for photo in photos for file in (photo.record.path, *photo.record.companions)))
    first_id = db.execute("SELECT coalesce(max(id), 0) + 1 FROM photos").fetchone()[0]
    ids = list(range(first_id, first_id + len(photos)))
    insert_rows(db, "photos", ({"id": row_id} | _row(photo) for row_id, photo in zip(ids, photos, strict=True)))
    return ids


def delete(db: Connection, paths: Iterable[Path]) -> None:
    """Removes the rows of exactly these paths, and by cascade all that hangs on them."""
    db.executemany("DELETE FROM photos WHERE path = ?", ((to_bytes(path),) for path in paths))


def _delete_with_files(db: Connection, paths: Iterable[Path]) -> None:
    db.executemany(
        "DELETE FROM photos WHERE path = ?1 OR id IN (SELECT photo_id FROM files WHERE path = ?1)",
        ((to_bytes(path),) for path in paths),
    )


def ids_within(db: Connection, ranges: Sequence[PathRange]) -> list[int]:
    """The ids of photos of which any file's name lies in any of the ranges, in the order of the photos' names (as bytes)."""
    found: dict[bytes, int] = {}
    for start in range(0, len(ranges), _RANGES_AT_ONCE):
        part = ranges[start : start + _RANGES_AT_ONCE]
        wanted = ", ".join(["(?, ?)"] * len(part))
        found |= db.execute(
            f"WITH wanted (low, high) AS (VALUES {wanted}) "
            "SELECT path, id FROM wanted CROSS JOIN photos ON path >= low AND path < high "
            "UNION SELECT photos.path, id FROM wanted CROSS JOIN files ON files.path >= low AND files.path < high "
            "CROSS JOIN photos ON id = photo_id",
            [bound for path_range in part for bound in path_range],
        ).fetchall()
    return [found[name] for name in sorted(found)]


def present_names(db: Connection, ranges: Sequence[PathRange]) -> set[bytes]:
    """The names, in any of the ranges, of photos that are not missing."""
    found: set[bytes] = set()
    for bounds in ranges:
        found.update(
            row[0]
            for row in db.execute(
                "SELECT path FROM photos WHERE path >= ? AND path < ? AND missing_since IS NULL", bounds
            )
        )
    return found


def count(db: Connection) -> int:
    """How many photos there are."""
    (number,) = db.execute("SELECT count(*) FROM photos").fetchone()
    return int(number)


def all_ids(db: Connection) -> list[int]:
    """The ids of all photos, in the order of their names (as bytes)."""
    return [row[0] for row in db.execute("SELECT id FROM photos ORDER BY path")]


def ids_of_asset(db: Connection, asset_id: str) -> list[int]:
    """The ids of photos with this picture data, in the order of their names."""
    return [row[0] for row in db.execute("SELECT id FROM photos WHERE asset_id = ? ORDER BY path", [asset_id])]


def read(db: Connection, marks: str, ids: Sequence[int]) -> dict[int, PhotoRecord]:
    """The records of these ids; `marks` is one `?` for each. An id that is gone is left out."""
    rows = db.execute(f"SELECT id, {_RECORD_COLUMNS} FROM photos WHERE id IN ({marks})", ids).fetchall()
    companions = decoded(row[1] for row in rows)
    return {row[0]: _record(row[2:], names) for row, names in zip(rows, companions, strict=True)}


def exif_from(columns: Sequence[Any]) -> ExifFacts:
    """The facts from the values of `EXIF_COLUMNS`."""
    camera, lens, capture_time, *others, auto_bracket = columns
    moment = datetime.fromisoformat(capture_time) if capture_time else None
    facts: tuple[Any, ...] = (camera, lens, moment, *others, bool(auto_bracket))
    return ExifFacts(*facts)


def _row(photo: StoredPhoto) -> dict[str, Any]:
    record, exif = photo.record, photo.record.exif
    return {
        "path": to_bytes(record.path),
        "path_text": readable(record.path),
        "asset_id": record.asset_id,
        "width_px": record.size_px[0],
        "height_px": record.size_px[1],
        "pixel_source": record.pixel_source.value,
        "companions_json": encoded([str(path) for path in record.companions]),
        "camera": exif.camera,
        "lens": exif.lens,
        "capture_time": exif.capture_time.isoformat() if exif.capture_time else None,
        "iso": exif.iso,
        "f_number": exif.f_number,
        "exposure_time_s": exif.exposure_time_s,
        "exposure_bias_ev": exif.exposure_bias_ev,
        "focal_length_mm": exif.focal_length_mm,
        "orientation": exif.orientation,
        "body_serial": exif.body_serial,
        "auto_bracket": int(exif.auto_bracket),
        "missing_since": photo.missing_since.isoformat() if photo.missing_since else None,
    }


def _record(row: Sequence[Any], companions: Iterable[str]) -> PhotoRecord:
    path, asset_id, width_px, height_px, pixel_source, *exif = row
    return PhotoRecord(
        from_bytes(path),
        asset_id,
        (width_px, height_px),
        exif_from(exif),
        PixelSource(pixel_source),
        tuple(Path(companion) for companion in companions),
    )
