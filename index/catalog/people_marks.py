"""The table `people_marks`: what people said of photos, in an editor or here. Judging a photo anew leaves it alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from index.catalog.connection import transaction
from index.catalog.errors import translated
from index.catalog.json_column import encoded
from index.catalog.many_ids import values_in_parts
from index.catalog.paths import from_bytes, ranges_of, readable, to_bytes
from index.photo.marks import Mark, Marks
from index.photo.marks_json import marks_from_json, marks_to_json
from index.photo.merge_marks import value_of
from index.photo.persons_word import PersonsWord


@dataclass(frozen=True, slots=True)
class PersonsMarks:
    """What a person said of one photo."""

    path: Path
    """The judged file, absolute."""
    asset_id: str
    """Its picture: finds the marks again after the file was renamed."""
    marks: Marks
    source: str
    """Where they come from, for a person to read: `IMG_0412.xmp`, `cull`."""
    changed: datetime
    """When they last changed here, UTC."""
    cleared: frozenset[Mark] = frozenset()
    """Marks that the person took away, where `marks` has no value that says so."""

    @property
    def word(self) -> PersonsWord:
        """What was said, without where and when."""
        return PersonsWord(self.marks, self.cleared)


class PeopleMarks:
    """The door to it; get it as `Catalog.people`. Raises `CatalogError` as the catalogue itself does."""

    def __init__(self, path: Path, db: Connection) -> None:
        self._path = path
        self._db = db

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else changes anything until the end: what is read here still holds when it is stored. All or nothing."""
        with translated(self._path), transaction(self._db):
            yield

    def store(self, marks: Iterable[PersonsMarks]) -> None:
        """Keeps these in place of what was known of the same files, all or none; nothing said is kept as nothing."""
        with translated(self._path), transaction(self._db):
            for one in marks:
                self._db.execute("DELETE FROM people_marks WHERE path = ?", [to_bytes(one.path)])
                if one.word.told():
                    self._db.execute("INSERT INTO people_marks VALUES (?, ?, ?, ?, ?, ?)", _row(one))

    def under(self, paths: Iterable[Path]) -> dict[Path, PersonsMarks]:
        """What people said of the photos at or below these paths (absolute), by the photo's path."""
        found: dict[Path, PersonsMarks] = {}
        with translated(self._path, reading=True):
            for low, high in (part for path in paths for part in ranges_of(path)):
                rows = self._db.execute(f"{_SELECT} WHERE path >= ? AND path < ?", [low, high])
                found |= {one.path: one for one in map(_persons_marks, rows)}
        return found

    def of_pictures(self, asset_ids: Iterable[str]) -> dict[str, list[PersonsMarks]]:
        """What people said of files with these pictures, under any name, the latest first; only pictures of which there is
        something."""
        found: dict[str, list[PersonsMarks]] = {}
        with translated(self._path, reading=True):
            for marks, part in values_in_parts(dict.fromkeys(asset_ids)):
                rows = self._db.execute(f"{_SELECT} WHERE asset_id IN ({marks}) ORDER BY changed DESC, path", part)
                for one in map(_persons_marks, rows):
                    found.setdefault(one.asset_id, []).append(one)
        return found


def follow_file(db: Connection, before: Path, after: Path, *, is_known: bool) -> None:
    """What was said of a file goes with it to another name; what was said there of another picture goes. Of the same picture both
    count, mark by mark the later word. `is_known`: whether the file was judged, so that one of which nobody said anything is told
    from one that went before.
    """
    here, there = _row_of(db, before), _row_of(db, after)
    if here is None and not is_known:
        return
    said = here
    if here is not None and there is not None and here.asset_id and here.asset_id == there.asset_id:
        said = _both(*sorted((here, there), key=lambda one: one.changed))
    db.execute("DELETE FROM people_marks WHERE path IN (?, ?)", [to_bytes(before), to_bytes(after)])
    if said is not None:
        db.execute("INSERT INTO people_marks VALUES (?, ?, ?, ?, ?, ?)", _row(replace(said, path=after)))


def _row_of(db: Connection, path: Path) -> PersonsMarks | None:
    row = db.execute(f"{_SELECT} WHERE path = ?", [to_bytes(path)]).fetchone()
    return None if row is None else _persons_marks(row)


def _both(earlier: PersonsMarks, later: PersonsMarks) -> PersonsMarks:
    word = earlier.word
    for mark in later.word.told():
        word = word.with_mark(mark, value_of(later.marks, mark))
    return replace(later, marks=word.marks, cleared=word.cleared)


CLEARED = "cleared"
"""The key in `marks_json` of the marks that were taken away."""
_SELECT = "SELECT path, asset_id, marks_json, source, changed FROM people_marks"


def _row(one: PersonsMarks) -> list[object]:
    told = marks_to_json(one.marks) | ({CLEARED: sorted(one.cleared)} if one.cleared else {})
    source, changed = readable(one.source), one.changed.isoformat()
    return [to_bytes(one.path), readable(one.path), one.asset_id, encoded(told), source, changed]


def _persons_marks(row: tuple[bytes, str, str, str, str]) -> PersonsMarks:
    path, asset_id, column, source, changed = row
    told = json.loads(column)
    cleared = frozenset(map(Mark, told.get(CLEARED, ())))
    return PersonsMarks(
        from_bytes(path), asset_id, marks_from_json(told), source, datetime.fromisoformat(changed), cleared
    )
