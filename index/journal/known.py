"""Of each sidecar, mark by mark, what we last wrote or read there, whichever came later: the base of a three-way merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from index.catalog.many_ids import values_in_parts
from index.catalog.paths import from_bytes, to_bytes
from index.journal.last_written import STANDS
from index.journal.marks_json import decoded_marks, decoded_names
from index.photo.marks import Mark, Marks
from index.photo.merge_marks import Known, value_of

WRITTEN = (
    "SELECT now_at, marks_after_json, marks_before_json, changed, people, id, 0 FROM writes "
    f"WHERE now_at IN ({{marks}}) AND {STANDS}"
)
READ = "SELECT path, marks_json, marks_json, people, people, after_write, 1 FROM readings WHERE path IN ({marks})"
TAKEN_BACK = (
    "SELECT now_at, takes_back, id, changed, marks_before_json, marks_after_json FROM writes "
    "WHERE now_at IN ({marks}) AND state = 'done' AND takes_back IS NOT NULL ORDER BY id"
)


def known(db: Connection, paths: Iterable[Path]) -> Mapping[Path, Mapping[Mark, Known]]:
    """By sidecar and mark; those that we neither wrote nor read are left out. A write that was taken back is none, and what was
    read while it stood says nothing of its marks any more: that they went was our doing, and no person's. A keyword stays known
    until we take it away, or until it is read that a person did.
    """
    names = {to_bytes(path) for path in paths}
    rows: list[tuple[Any, ...]] = []
    undos: dict[bytes, list[_Undo]] = {}
    for marks, part in values_in_parts(names):
        for query in (WRITTEN, READ):
            rows += db.execute(query.format(marks=marks), part).fetchall()
        for name, undo in _undos(db.execute(TAKEN_BACK.format(marks=marks), part).fetchall()):
            undos.setdefault(name, []).append(undo)
    rows.sort(key=lambda row: row[5:])
    found: dict[Path, dict[Mark, Known]] = {}
    said, before = decoded_marks(row[1] for row in rows), decoded_marks(row[2] for row in rows)
    for (name, _, _, *facts), marks_then, marks_before in zip(rows, said, before, strict=True):
        moment = _Moment(marks_then, marks_before, decoded_names(facts[0]), decoded_names(facts[1]), *facts[2:])
        of_path = found.setdefault(from_bytes(name), {})
        of_path |= moment.known(of_path.get(Mark.KEYWORDS), undos.get(name, ()))
    return {path: of_path for path, of_path in found.items() if of_path}


@dataclass(frozen=True, slots=True)
class _Undo:
    """A write that took another one back."""

    takes_back: int
    id: int
    changed: frozenset[Mark]
    before: Marks
    after: Marks


def _undos(rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[bytes, _Undo]]:
    before, after = decoded_marks(row[4] for row in rows), decoded_marks(row[5] for row in rows)
    for (name, takes_back, number, changed, *_), marks_before, marks_after in zip(rows, before, after, strict=True):
        yield name, _Undo(takes_back, number, decoded_names(changed), marks_before, marks_after)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A write or a reading."""

    said: Marks
    before: Marks
    marks: frozenset[Mark]
    people: frozenset[Mark]
    write: int
    """Its number; of a reading that of the last write before it."""
    is_reading: int

    def known(self, keywords: Known | None, undos: Sequence[_Undo]) -> dict[Mark, Known]:
        """What it tells; `keywords`: what was known of them before, of which a write tells only those that it met."""
        marks, said = self.marks, self.said
        for undo in undos:
            if self.is_reading and undo.takes_back <= self.write < undo.id:
                marks -= undo.changed - {Mark.KEYWORDS}
                said = replace(said, keywords=_without(said.keywords, undo)) if Mark.KEYWORDS in undo.changed else said
        if not self.is_reading and keywords is not None and isinstance(keywords.value, tuple):
            gone = frozenset(self.before.keywords).difference(said.keywords)
            earlier = (word for word in keywords.value if word not in gone)
            said = replace(said, keywords=tuple(dict.fromkeys((*earlier, *said.keywords))))
        return {mark: Known(value_of(said, mark), by_person=mark in self.people) for mark in marks}


def _without(words: Sequence[str], undo: _Undo) -> tuple[str, ...]:
    """The keywords after the undo: others that were read stay known, so that it can be told when a person takes one away."""
    before, after = undo.before.keywords, undo.after.keywords
    kept = [word for word in words if word not in before or word in after]
    return tuple(dict.fromkeys((*kept, *(word for word in after if word not in before))))
