"""The table of writes: noted before a file is touched, and told of afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from index.catalog.many_ids import in_parts
from index.catalog.paths import from_bytes, readable, to_bytes
from index.journal.back_splices import packed
from index.journal.entries import JournalWrite, PlannedWrite, WriteState
from index.journal.marks_json import decoded_marks, decoded_names, encoded_marks, encoded_names
from index.journal.taken_back import mark_taken_back
from index.photo.marks import Marks
from index.photo.sidecar_place import Place

_COLUMNS = (
    "id, run_id, coalesce(now_at, path), photo, state, reason, before_sha256, after_sha256, way_back, changed, mode, mtime_ns, "
    "taken_back, takes_back, place, added, asset_id, now_at IS NULL, marks_before_json, marks_after_json"
)

_INSERT = """
    INSERT INTO writes (
        run_id, path, path_text, photo, state, before_sha256, before_bytes, after_sha256, after_bytes, way_back,
        marks_before_json, marks_after_json, changed, people, mode, mtime_ns, takes_back, place, added, asset_id, now_at
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"""


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of one write."""

    write: int
    state: WriteState
    reason: str = ""


def digest(data: bytes | None) -> bytes | None:
    """By what a file is known again; nothing for no file."""
    return None if data is None else hashlib.sha256(data).digest()


def insert(db: Connection, run: int, planned: Iterable[PlannedWrite]) -> list[int]:
    """Notes what is intended; raises `ValueError` where it could not be taken back."""
    return [int(db.execute(_INSERT, _row(run, plan)).fetchone()[0]) for plan in planned]


def end(db: Connection, endings: Iterable[Ending]) -> None:
    """Notes what became of these writes, and of those that they take back."""
    for ending in endings:
        row = db.execute(
            "UPDATE writes SET state = ?, reason = ? WHERE id = ? RETURNING takes_back, taken_back",
            [ending.state, ending.reason, ending.write],
        ).fetchone()
        if ending.state is WriteState.DONE and row[0] is not None:
            mark_taken_back(db, "writes", row[0], taken_back=not row[1])


def read_of_run(db: Connection, run: int) -> list[JournalWrite]:
    """All writes of a run, in the order in which they were intended."""
    return _writes(db.execute(f"SELECT {_COLUMNS} FROM writes WHERE run_id = ? ORDER BY id", [run]).fetchall())


def read(db: Connection, ids: Iterable[int]) -> list[JournalWrite]:
    """Those of these writes that are there, ordered by id."""
    found: list[JournalWrite] = []
    for marks, part in in_parts(sorted(ids)):
        found += _writes(
            db.execute(f"SELECT {_COLUMNS} FROM writes WHERE id IN ({marks}) ORDER BY id", part).fetchall()
        )
    return found


def runs_left_open(db: Connection) -> frozenset[int]:
    """The runs with writes that are still intended: alive, or killed."""
    rows = db.execute("SELECT DISTINCT run_id FROM writes WHERE state = 'intended'").fetchall()
    return frozenset(run for (run,) in rows)


def read_open(db: Connection, run: int) -> list[JournalWrite]:
    """The writes of a run that are still intended."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM writes WHERE state = 'intended' AND run_id = ? ORDER BY id", [run]
    ).fetchall()
    return _writes(rows)


def read_stopped(db: Connection) -> list[JournalWrite]:
    """The writes to which a killed run had not come, unless the same file was written or meant to be since."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM writes WHERE state = 'stopped' AND NOT EXISTS (SELECT 1 FROM writes AS later "
        "WHERE later.now_at = writes.now_at AND later.id > writes.id AND later.state != 'failed') ORDER BY id"
    ).fetchall()
    return _writes(rows)


def _row(run: int, plan: PlannedWrite) -> list[object]:
    if not plan.path.is_absolute():
        raise ValueError("the journal keeps absolute paths")
    before, after = plan.before, plan.after
    return [
        run, to_bytes(plan.path), readable(plan.path), to_bytes(plan.photo), WriteState.INTENDED,
        digest(before), None if before is None else len(before), digest(after), None if after is None else len(after),
        packed(before, after, plan.splices), encoded_marks(plan.marks_before), encoded_marks(plan.marks_after),
        encoded_names(plan.changed), encoded_names(plan.people), plan.mode, plan.mtime_ns, plan.takes_back,
        plan.place or "", " ".join(sorted(plan.added)), plan.asset_id, to_bytes(plan.path),
    ]  # fmt: skip


def _writes(rows: Sequence[tuple[Any, ...]]) -> list[JournalWrite]:
    marks_before = decoded_marks(row[-2] for row in rows)
    marks_after = decoded_marks(row[-1] for row in rows)
    return [_write(*facts) for facts in zip(rows, marks_before, marks_after, strict=True)]


def _write(row: tuple[Any, ...], marks_before: Marks, marks_after: Marks) -> JournalWrite:
    number, run, path, photo, state, reason, before, after, way_back, *facts = row[:-2]
    changed, mode, mtime_ns, is_back, takes_back, place, added, asset_id, is_displaced = facts
    return JournalWrite(
        number,
        run,
        from_bytes(path),
        from_bytes(photo),
        WriteState(state),
        reason,
        before,
        after,
        way_back,
        marks_before,
        marks_after,
        decoded_names(changed),
        mode,
        mtime_ns,
        bool(is_back),
        takes_back,
        Place(place) if place else None,
        frozenset(added.split()),
        asset_id,
        bool(is_displaced),
    )
