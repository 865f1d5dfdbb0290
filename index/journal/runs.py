"""The table of runs."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import UTC, datetime
from sqlite3 import Connection

from index.catalog.paths import readable
from index.journal.entries import Run, RunTally, WriteState
from index.journal.errors import UnknownRunError
from index.journal.move_entries import Deed

_COLUMNS = "id, name, started, command, undoes"

_OF_FILES = f"deed NOT IN ('{Deed.MAKE_FOLDER}', '{Deed.DROP_FOLDER}')"

_DEEDS = {Deed.MOVE: "moved", Deed.LINK: "linked", Deed.UNLINK: "unlinked"}

_MAY_STAND = f"('{WriteState.DONE}', '{WriteState.UNSURE}', '{WriteState.INTENDED}')"


def insert(db: Connection, command: str, started: datetime, undoes: int | None) -> Run:
    """A new run, named by the person's day; `started` is aware of its time zone."""
    command = readable(command)
    day = started.astimezone().date().isoformat()
    name = f"{day}-{_last_number(db, day) + 1}"
    started = started.astimezone(UTC)
    row = db.execute(
        "INSERT INTO runs (name, started, command, undoes) VALUES (?, ?, ?, ?) RETURNING id",
        [name, started.isoformat(), command, undoes],
    ).fetchone()
    return Run(row[0], name, started, command, undoes)


def read_all(db: Connection) -> list[Run]:
    """All runs, the first one first."""
    return [_run(row) for row in db.execute(f"SELECT {_COLUMNS} FROM runs ORDER BY id").fetchall()]


def read_called(db: Connection, name: str) -> Run:
    """The run of that name; raises `UnknownRunError`, which suggests the nearest."""
    row = db.execute(f"SELECT {_COLUMNS} FROM runs WHERE name = ?", [name]).fetchone()
    if row is None:
        raise _unknown(name, [known for (known,) in db.execute("SELECT name FROM runs ORDER BY id DESC").fetchall()])
    return _run(row)


def read_last_standing(db: Connection) -> Run | None:
    """The last run that is not an undo and has something to take back."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM runs WHERE undoes IS NULL AND EXISTS ("
        f"SELECT 1 FROM writes WHERE run_id = runs.id AND state IN {_MAY_STAND} AND NOT taken_back UNION ALL "
        f"SELECT 1 FROM moves WHERE run_id = runs.id AND state IN {_MAY_STAND} AND NOT taken_back AND {_OF_FILES}"
        ") ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return None if row is None else _run(row)


def tallies(db: Connection) -> dict[int, RunTally]:
    """What became of the files of each run, by its id; runs that meant to write nothing are left out. A file that a run wrote
    several times counts once.
    """
    counts: dict[int, dict[str, int]] = {}
    for run, state, taken_back, deed, count in db.execute(
        "SELECT run_id, state, taken_back, '', count(DISTINCT path) FROM writes GROUP BY run_id, state, taken_back UNION ALL "
        f"SELECT run_id, state, taken_back, deed, count(*) FROM moves WHERE {_OF_FILES} "
        "GROUP BY run_id, state, taken_back, deed"
    ).fetchall():
        for kind in _kinds(WriteState(state), bool(taken_back), deed):
            of_run = counts.setdefault(run, {})
            of_run[kind] = of_run.get(kind, 0) + count
    return {run: RunTally(**of_run) for run, of_run in counts.items()}


def _kinds(state: WriteState, taken_back: bool, deed: str) -> tuple[str, ...]:
    if state is WriteState.DONE:
        how = (_DEEDS[Deed(deed)],) if deed else ()
        return ("written", "taken_back", *how) if taken_back else ("written", *how)
    if state in (WriteState.FAILED, WriteState.STOPPED) or taken_back:
        return ("failed",)
    return ("unsure",)


def _last_number(db: Connection, day: str) -> int:
    names = db.execute("SELECT name FROM runs WHERE name LIKE ?", [f"{day}-%"]).fetchall()
    return max((int(name.rpartition("-")[2]) for (name,) in names), default=0)


def _unknown(name: str, known: Sequence[str]) -> UnknownRunError:
    if not known:
        return UnknownRunError(f"no run is called {name!r}", "nothing was written yet with this catalogue")
    near = difflib.get_close_matches(name, known, n=1)
    suggestion = f"did you mean {near[0]!r}?" if near else f"the last one is {known[0]!r}"
    return UnknownRunError(f"no run is called {name!r}", suggestion)


def _run(row: tuple[int, str, str, str, int | None]) -> Run:
    number, name, started, command, undoes = row
    return Run(number, name, datetime.fromisoformat(started), command, undoes)
