"""What we last wrote into each sidecar and still stands: the base of a three-way merge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from index.catalog.many_ids import values_in_parts
from index.catalog.paths import from_bytes, to_bytes
from index.journal.marks_json import decoded_marks, decoded_names
from index.photo.marks import Flag, Mark, Marks
from index.photo.sidecar_place import Place

STANDS = "state = 'done' AND NOT taken_back AND takes_back IS NULL"
"""An undo is no write of ours in this sense: what it restored was somebody's, or stands in an earlier row."""


@dataclass(frozen=True, slots=True)
class LaterWrite:
    """A later run that wrote the same file, and that still stands."""

    run: str
    changed: frozenset[Mark]
    hides_stars: bool = False
    """Whether it wrote darktable's reject, which has the place of the stars."""


def bases(db: Connection, paths: Iterable[Path]) -> dict[Path, Marks]:
    """Of each of these sidecars the marks that we wrote, every one as it was written last; those we never wrote are left out."""
    rows: list[tuple[bytes, str, str]] = []
    for marks, part in values_in_parts({to_bytes(path) for path in paths}):
        query = (
            f"SELECT now_at, marks_after_json, changed FROM writes WHERE now_at IN ({marks}) AND {STANDS} ORDER BY id"
        )
        rows += db.execute(query, part).fetchall()
    written: dict[bytes, dict[str, Any]] = {}
    for (name, _, changed), after in zip(rows, decoded_marks(row[1] for row in rows), strict=True):
        written.setdefault(name, {}).update((mark.value, getattr(after, mark)) for mark in decoded_names(changed))
    return {from_bytes(name): Marks(**values) for name, values in written.items()}


def made_by_us(db: Connection, run: int) -> frozenset[int]:
    """The ids of those writes of this run whose file one of our runs made."""
    rows = db.execute(
        "SELECT id FROM writes WHERE run_id = ? AND EXISTS (SELECT 1 FROM writes AS first WHERE first.now_at = writes.now_at "
        "AND first.before_sha256 IS NULL AND first.takes_back IS NULL AND first.state IN ('done', 'unsure', 'intended'))",
        [run],
    ).fetchall()
    return frozenset(number for (number,) in rows)


def later_writes(db: Connection, run: int) -> dict[int, list[LaterWrite]]:
    """By the id of a write of this run: who has written the same file since, and still stands."""
    found: dict[int, list[LaterWrite]] = {}
    rows = db.execute(
        "SELECT mine.id, runs.name, writes.changed, writes.place, writes.marks_after_json FROM writes AS mine "
        "JOIN writes ON writes.now_at = mine.now_at AND writes.id > mine.id JOIN runs ON runs.id = writes.run_id "
        "WHERE mine.run_id = ? AND writes.run_id != mine.run_id "
        "AND writes.state = 'done' AND NOT writes.taken_back AND writes.takes_back IS NULL "
        "ORDER BY writes.id",
        [run],
    ).fetchall()
    for (write, name, changed, place, _), after in zip(rows, decoded_marks(row[4] for row in rows), strict=True):
        marks = decoded_names(changed)
        hides_stars = place == Place.DARKTABLE and Mark.FLAG in marks and after.flag is Flag.REJECT
        found.setdefault(write, []).append(LaterWrite(name, marks, hides_stars))
    return found
