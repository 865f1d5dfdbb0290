"""Of each sidecar, mark by mark, what we last wrote or read there, whichever came later: the base of a three-way merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sqlite_utils import Database

from index.catalog.many_ids import values_in_parts
from index.catalog.paths import from_bytes, to_bytes
from index.journal.last_written import STANDS
from index.journal.marks_json import decoded_marks, decoded_names
from index.photo.marks import Mark
from index.photo.merge_marks import Known, value_of

Moment = tuple[int, bool]
"""The id of a write, and whether it is a reading that came after it."""

WRITTEN = f"SELECT path, marks_after_json, changed, people, id, 0 FROM writes WHERE path IN ({{marks}}) AND {STANDS}"
READ = "SELECT path, marks_json, people, people, after_write, 1 FROM readings WHERE path IN ({marks})"


def known(db: Database, paths: Iterable[Path]) -> Mapping[Path, Mapping[Mark, Known]]:
    """By sidecar and mark; those that we neither wrote nor read are left out. A write that was taken back is none."""
    found: dict[Path, dict[Mark, Known]] = {}
    for path, mark, base in _in_order(db, paths):
        found.setdefault(path, {})[mark] = base
    return found


def _in_order(db: Database, paths: Iterable[Path]) -> Iterator[tuple[Path, Mark, Known]]:
    rows: list[tuple[bytes, str, str, str, int, int]] = []
    for marks, part in values_in_parts({to_bytes(path) for path in paths}):
        for query in (WRITTEN, READ):
            rows += db.execute(query.format(marks=marks), part).fetchall()
    rows.sort(key=lambda row: row[4:])
    for row, said in zip(rows, decoded_marks(row[1] for row in rows), strict=True):
        people = decoded_names(row[3])
        for mark in decoded_names(row[2]):
            yield from_bytes(row[0]), mark, Known(value_of(said, mark), by_person=mark in people)
