"""Whether a deed is undone just now; alike for writes and for moves."""

from __future__ import annotations

from typing import Literal

from sqlite_utils import Database


def mark_taken_back(db: Database, table: Literal["writes", "moves"], row: int, *, taken_back: bool) -> None:
    """Notes whether it is undone. If it was an undo itself, what it undid stands the other way round, and so on."""
    following: int | None = row
    while following is not None:
        (following,) = db.execute(
            f"UPDATE {table} SET taken_back = ? WHERE id = ? RETURNING takes_back", [taken_back, following]
        ).fetchone()
        taken_back = not taken_back
