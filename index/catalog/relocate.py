"""Photos that we moved: everything said of them stays theirs, under the new names."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection

from index.catalog.json_column import encoded
from index.catalog.paths import readable, to_bytes
from index.catalog.people_marks import follow_file


@dataclass(frozen=True, slots=True)
class Relocated:
    """A file that went from one name to another; times only where the disk keeps them otherwise there (ns)."""

    before: Path
    after: Path
    mtime_ns_before: int | None = None
    mtime_ns_after: int | None = None


def relocate(db: Connection, files: Iterable[Relocated]) -> None:
    """Gives these files their new names, in this order. What was said of another file that had such a name goes: it is not there
    any more, and its word is not about this photo. Files that are not known are no error, and what is known under their new names
    stays: whoever was killed before it could note that this was done does it again.
    """
    for file in files:
        photos = _renamed(db, file)
        follow_file(db, file.before, file.after, is_known=bool(photos))
        for photo in photos:
            _rename_companion(db, photo, file)


def _renamed(db: Connection, file: Relocated) -> set[int]:
    before, after, text = to_bytes(file.before), to_bytes(file.after), readable(file.after)
    rows = db.execute(
        "SELECT id FROM photos WHERE path = ?1 UNION SELECT photo_id FROM files WHERE path = ?1", [before]
    ).fetchall()
    known = {photo for (photo,) in rows}
    if not known:
        return known
    _forget_strangers(db, after, known)
    values = [after, text, before]
    db.execute("UPDATE photos SET path = ?, path_text = ?, missing_since = NULL WHERE path = ?", values)
    if file.mtime_ns_after is not None:
        times = [file.mtime_ns_after, before, file.mtime_ns_before]
        db.execute("UPDATE files SET mtime_ns = ? WHERE path = ? AND mtime_ns = ?", times)
    for table in ("files", "unread_files"):
        db.execute(f"UPDATE {table} SET path = ?, path_text = ? WHERE path = ?", values)
    return known


def _forget_strangers(db: Connection, name: bytes, known: set[int]) -> None:
    rows = db.execute(
        "SELECT id FROM photos WHERE path = ?1 UNION SELECT photo_id FROM files WHERE path = ?1", [name]
    ).fetchall()
    for (photo,) in rows:
        if photo not in known:
            db.execute("DELETE FROM photos WHERE id = ?", [photo])


def _rename_companion(db: Connection, photo: int, file: Relocated) -> None:
    (column,) = db.execute("SELECT companions_json FROM photos WHERE id = ?", [photo]).fetchone()
    companions = [str(file.after) if name == str(file.before) else name for name in json.loads(column)]
    db.execute("UPDATE photos SET companions_json = ? WHERE id = ?", [encoded(companions), photo])
