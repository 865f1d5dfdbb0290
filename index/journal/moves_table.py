"""The table of moves: noted before a name is touched, and told of afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from index.catalog.many_ids import values_in_parts
from index.catalog.paths import from_bytes, readable, to_bytes
from index.journal.entries import WriteState
from index.journal.follow_sidecars import follow_sidecar
from index.journal.move_entries import Deed, Followed, JournalMove, MoveEnding, PlannedMove
from index.journal.taken_back import mark_taken_back
from index.photo.safe_file.file_look import FileLook

_COLUMNS = (
    "id, run_id, deed, photo, source, target, size_bytes, mtime_ns, link, known_source, known_target, takes_back, "
    "state, reason, taken_back"
)

_INSERT = """
    INSERT INTO moves (
        run_id, deed, photo, source, source_text, target, target_text, size_bytes, mtime_ns, link,
        known_source, known_target, takes_back, state
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'intended') RETURNING id"""


def insert(db: Connection, run: int, planned: Iterable[PlannedMove]) -> list[int]:
    """Notes what is intended; raises `ValueError` for relative paths."""
    return [int(db.execute(_INSERT, _row(run, plan)).fetchone()[0]) for plan in planned]


def end(db: Connection, endings: Iterable[MoveEnding]) -> None:
    """Notes what became of these, and of those that they take back. What we wrote into a sidecar goes with it."""
    for ending in endings:
        size_bytes, mtime_ns = _numbers(ending.look)
        row = db.execute(
            "UPDATE moves SET state = ?, reason = ?, size_after = ?, mtime_ns_after = ? WHERE id = ? "
            "RETURNING takes_back, taken_back, deed, source, target, known_source, known_target",
            [ending.state, ending.reason, size_bytes, mtime_ns, ending.move],
        ).fetchone()
        if ending.state is not WriteState.DONE:
            continue
        if row[0] is not None:
            mark_taken_back(db, "moves", row[0], taken_back=not row[1])
        if row[2] == Deed.MOVE:
            follow_sidecar(db, row[3], row[4])
            db.execute("UPDATE writes SET photo = ? WHERE photo = ?", [row[6], row[5]])


def read_of_run(db: Connection, run: int) -> list[JournalMove]:
    """All moves of a run, in the order in which they were intended."""
    return _moves(db, "run_id = ?", [run])


def runs_left_open(db: Connection) -> frozenset[int]:
    """The runs with moves that are still intended: alive, or killed."""
    return frozenset(run for (run,) in db.execute("SELECT DISTINCT run_id FROM moves WHERE state = 'intended'"))


def read_open(db: Connection, run: int) -> list[JournalMove]:
    """The moves of a run that are still intended."""
    return _moves(db, "run_id = ? AND state = 'intended'", [run])


def looks_after(db: Connection, run: int) -> dict[int, FileLook]:
    """How the files of a run looked at their new places, by the id of the move."""
    rows = db.execute(
        "SELECT id, size_after, mtime_ns_after FROM moves WHERE run_id = ? AND size_after IS NOT NULL", [run]
    ).fetchall()
    return {number: FileLook(size_bytes, mtime_ns) for number, size_bytes, mtime_ns in rows}


def came_from(db: Connection, paths: Iterable[Path]) -> dict[Path, Path]:
    """Of the files at these paths, as `PlannedMove.target` has them, those that a move brought there, and from where."""
    found: dict[Path, Path] = {}
    for marks, part in values_in_parts({to_bytes(path) for path in paths}):
        query = (
            f"SELECT target, source FROM moves WHERE target IN ({marks}) AND deed IN ('move', 'link') "
            "AND state = 'done' AND NOT taken_back ORDER BY id"
        )
        found |= {from_bytes(target): from_bytes(source) for target, source in db.execute(query, part).fetchall()}
    return found


def unfollowed(db: Connection) -> list[Followed]:
    """The moves of files that the catalogue was not told of yet, the first one first."""
    rows = db.execute(
        "SELECT id, known_source, known_target, size_bytes, mtime_ns, size_after, mtime_ns_after FROM moves "
        "WHERE deed = 'move' AND state = 'done' AND NOT followed ORDER BY id"
    ).fetchall()
    return [
        Followed(number, from_bytes(before), from_bytes(after), _look(*looks[:2]), _look(*looks[2:]))
        for number, before, after, *looks in rows
    ]


def note_followed(db: Connection, ids: Iterable[int]) -> None:
    """Notes that the catalogue knows."""
    db.executemany("UPDATE moves SET followed = 1 WHERE id = ?", [(number,) for number in ids])


def _moves(db: Connection, condition: str, values: Sequence[object]) -> list[JournalMove]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM moves WHERE {condition} ORDER BY id", values).fetchall()
    return [_move(row) for row in rows]


def _row(run: int, plan: PlannedMove) -> list[object]:
    if not (plan.source.is_absolute() and plan.target.is_absolute()):
        raise ValueError("the journal keeps absolute paths")
    known_source, known_target = plan.known_source or plan.source, plan.known_target or plan.target
    return [
        run, plan.deed, to_bytes(plan.photo), to_bytes(plan.source), readable(plan.source), to_bytes(plan.target),
        readable(plan.target), *_numbers(plan.look), plan.link.encode("utf-8", "surrogateescape"),
        to_bytes(known_source), to_bytes(known_target), plan.takes_back,
    ]  # fmt: skip


def _move(row: Sequence[Any]) -> JournalMove:
    takes_back, state, reason, taken_back = row[11:]
    number, run, deed, photo, source, target, size_bytes, mtime_ns, link, known_source, known_target = row[:11]
    plan = PlannedMove(
        Deed(deed),
        from_bytes(photo),
        from_bytes(source),
        from_bytes(target),
        _look(size_bytes, mtime_ns),
        link.decode("utf-8", "surrogateescape"),
        from_bytes(known_source),
        from_bytes(known_target),
        takes_back,
    )
    return JournalMove(number, run, plan, WriteState(state), reason, bool(taken_back))


def _numbers(look: FileLook | None) -> tuple[int | None, int | None]:
    return (None, None) if look is None else (look.size_bytes, look.mtime_ns)


def _look(size_bytes: int | None, mtime_ns: int | None) -> FileLook | None:
    return None if size_bytes is None or mtime_ns is None else FileLook(size_bytes, mtime_ns)
