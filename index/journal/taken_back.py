"""Whether a deed is undone just now; alike for writes and for moves."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Literal


def mark_taken_back(db: Connection, table: Literal["writes", "moves"], row: int, *, taken_back: bool) -> None:
    """Notes whether it is undone. If it was an undo itself, what it undid stands the other way round, and so on."""
    following: int | None = row
    while following is not None:
        (following,) = db.execute(
            f"UPDATE {table} SET taken_back = ? WHERE id = ? RETURNING takes_back", [taken_back, following]
        ).fetchone()
        taken_back = not taken_back
