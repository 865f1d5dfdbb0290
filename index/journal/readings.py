"""The table `readings`: what people said in a sidecar when it was last read, where they may change it without us."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from index.catalog.paths import readable, to_bytes
from index.journal.marks_json import encoded_marks, encoded_names
from index.photo.marks import Mark, Marks


@dataclass(frozen=True, slots=True)
class Reading:
    """What people said in one sidecar: those marks of `marks` that `people` names, cleared ones too."""

    path: Path
    """Absolute, without links."""
    marks: Marks
    people: frozenset[Mark]


def store(db: Connection, readings: Iterable[Reading], now: datetime) -> None:
    """Keeps these in place of earlier readings of the same sidecars."""
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM writes").fetchone()
    db.executemany(
        "INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                *(to_bytes(one.path), readable(one.path)),
                *(encoded_marks(one.marks), encoded_names(one.people), last, now.isoformat()),
            )
            for one in readings
        ),
    )
