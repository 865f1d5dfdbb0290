"""The table `unread_files`: the files of a photo that could not be read, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from index.catalog.paths import from_bytes, readable, to_bytes
from index.photo.errors import FailureKind, UnreadablePhoto


def write(db: Database, unread_by_photo: Iterable[tuple[int, Sequence[UnreadablePhoto]]]) -> None:
    """Adds the unreadable files of photos that have none yet."""
    db.table("unread_files").insert_all(_rows(unread_by_photo))


def read(db: Database, marks: str, ids: Sequence[int]) -> dict[int, tuple[UnreadablePhoto, ...]]:
    """The unreadable files of these photos, in the order they were given; `marks` is one `?` for each id."""
    rows = db.execute(
        f"SELECT photo_id, path, kind, message FROM unread_files WHERE photo_id IN ({marks}) ORDER BY photo_id, position",
        ids,
    )
    unread: defaultdict[int, list[UnreadablePhoto]] = defaultdict(list)
    for photo_id, path, kind, message in rows:
        unread[photo_id].append(UnreadablePhoto(from_bytes(path), FailureKind(kind), message))
    return {photo_id: tuple(found) for photo_id, found in unread.items()}


def _rows(unread_by_photo: Iterable[tuple[int, Sequence[UnreadablePhoto]]]) -> Iterable[dict[str, Any]]:
    for photo_id, unread in unread_by_photo:
        for position, file in enumerate(unread):
            yield {
                "photo_id": photo_id,
                "position": position,
                "path": to_bytes(file.path),
                "path_text": readable(file.path),
                "kind": file.kind.value,
                "message": file.message.encode("utf-8", "backslashreplace").decode(),
            }
