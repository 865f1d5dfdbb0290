"""The table `unread_files`: the files of a photo that could not be read, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from index.catalog.paths import from_bytes, readable, to_bytes
from index.catalog.photo_rows import gathered, insert
from index.photo.errors import FailureKind, UnreadablePhoto


def write(db: Connection, unread_by_photo: Iterable[tuple[int, Sequence[UnreadablePhoto]]]) -> None:
    """Adds the unreadable files of photos that have none yet."""
    insert(db, "unread_files", unread_by_photo, _columns)


def read(db: Connection, marks: str, ids: Sequence[int]) -> dict[int, tuple[UnreadablePhoto, ...]]:
    """The unreadable files of these photos, in the order they were given; `marks` is one `?` for each id."""
    rows = db.execute(
        f"SELECT photo_id, path, kind, message FROM unread_files WHERE photo_id IN ({marks}) ORDER BY photo_id, position",
        ids,
    )
    return gathered(
        (photo_id, UnreadablePhoto(from_bytes(path), FailureKind(kind), message))
        for photo_id, path, kind, message in rows
    )


def _columns(file: UnreadablePhoto) -> dict[str, Any]:
    return {
        "path": to_bytes(file.path),
        "path_text": readable(file.path),
        "kind": file.kind.value,
        "message": file.message.encode("utf-8", "backslashreplace").decode(),
    }
