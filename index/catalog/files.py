"""The table `files`: how each file of a photo looked when it was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from index.catalog.paths import from_bytes, readable, to_bytes
from index.catalog.photo_rows import gathered, insert
from index.catalog.stored import FileStamp


def write(db: Connection, stamps_by_photo: Iterable[tuple[int, Sequence[FileStamp]]]) -> None:
    """Adds the stamps of photos that have none yet."""
    insert(db, "files", stamps_by_photo, _columns)


def read(db: Connection, marks: str, ids: Sequence[int]) -> dict[int, tuple[FileStamp, ...]]:
    """The stamps of these photos, in the order they were given; `marks` is one `?` for each id."""
    rows = db.execute(
        "SELECT photo_id, path, size_bytes, mtime_ns "
        f"FROM files WHERE photo_id IN ({marks}) ORDER BY photo_id, position",
        ids,
    )
    return gathered(
        (photo_id, FileStamp(from_bytes(path), size_bytes, mtime_ns)) for photo_id, path, size_bytes, mtime_ns in rows
    )


def has_size(db: Connection, size_bytes: int) -> bool:
    """Whether a photo, there or missing, has a file that large."""
    return db.execute("SELECT 1 FROM files WHERE size_bytes = ? LIMIT 1", [size_bytes]).fetchone() is not None


def read_present(db: Connection) -> list[FileStamp]:
    """The stamps of all files of photos that are not marked as missing, ordered by path."""
    rows = db.execute(
        "SELECT files.path, size_bytes, mtime_ns FROM files JOIN photos ON photos.id = photo_id "
        "WHERE missing_since IS NULL ORDER BY files.path"
    )
    return [FileStamp(from_bytes(path), size_bytes, mtime_ns) for path, size_bytes, mtime_ns in rows]


def _columns(stamp: FileStamp) -> dict[str, Any]:
    return {
        "path": to_bytes(stamp.path),
        "path_text": readable(stamp.path),
        "size_bytes": stamp.size_bytes,
        "mtime_ns": stamp.mtime_ns,
    }
