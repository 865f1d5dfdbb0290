"""What we wrote and read in a sidecar goes with it when we move it: it is still ours, and can still be taken back."""

from __future__ import annotations

from sqlite3 import Connection

from index.catalog.paths import from_bytes, readable


def follow_sidecar(db: Connection, source: bytes, target: bytes) -> None:
    """Notes that the file of one name lies under another one now. What was said of an earlier file of that name is of a file that
    is gone.
    """
    db.execute("UPDATE writes SET now_at = NULL WHERE now_at = ?", [target])
    db.execute("UPDATE writes SET now_at = ? WHERE now_at = ?", [target, source])
    db.execute("DELETE FROM readings WHERE path = ?", [target])
    db.execute(
        "UPDATE readings SET path = ?, path_text = ? WHERE path = ?", [target, readable(from_bytes(target)), source]
    )
