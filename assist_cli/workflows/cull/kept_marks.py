"""A person's marks on their way into the catalogue: one mark of one photo at a time, safe there before anybody is told.

Two culls of one catalogue may run beside each other, with no lock between them but for the moment of a mark: each is laid over
what stands there just then, so both keep what the other one marked, and of the same mark of the same photo the last one stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.persons_marks import persons_marks
from index.catalog.database import Catalog
from index.catalog.people_marks import PersonsMarks
from index.photo.marks import NO_MARKS, Mark, Marks
from index.photo.merge_marks import Value, same_value, value_of

SOURCE, SAVED_SOURCE = "cull", "cull, in sidecars"
"""Where these marks come from, as the catalogue tells it: a cull that was cut short left the first, and the next one saves them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One mark of one photo that a person changed."""

    path: Path
    mark: Mark
    before: Value
    after: Value
    was_cleared: bool = False
    """Whether a person had said before that there is none."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one mark of one photo is to be."""

    photo: CullPhoto
    mark: Mark
    value: Value
    is_cleared: bool = False
    """Of a value that says nothing: whether a person says that there is none, so that an older one does not come back."""


class KeptMarks:
    """The door to people's marks in an open catalogue; every method raises `CatalogError`, and nothing has changed then."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def of(self, photos: Sequence[CullPhoto], below: Iterable[Path]) -> dict[Path, PersonsMarks]:
        """What people said, by the path of the photo; `below`: where all the photos lie."""
        return {photo.path: one for photo, one in self._said(photos, self._catalog.people.under(below))}

    def change(self, wanted: Sequence[Wanted]) -> tuple[Change, ...]:
        """Sets these marks, all or none; those that are so already are no change, nor is it to take off what nobody gave."""
        with self._catalog.people.alone():
            return self._changed(wanted)

    def _changed(self, wanted: Sequence[Wanted]) -> tuple[Change, ...]:
        photos = {one.photo.path: one.photo for one in wanted}
        files = [file for photo in photos.values() for file in photo.files]
        kept = {photo.path: one for photo, one in self._said([*photos.values()], self._catalog.people.under(files))}
        changes: list[Change] = []
        for one in wanted:
            row = kept.get(one.photo.path) or _new(one.photo)
            before = value_of(row.marks, one.mark)
            if not same_value(one.mark, before, one.value):
                changes.append(Change(one.photo.path, one.mark, before, one.value, one.mark in row.cleared))
                marks = with_mark(row.marks, one.mark, one.value)
                cleared = row.cleared | {one.mark} if one.is_cleared else row.cleared - {one.mark}
                kept[one.photo.path] = replace(row, marks=marks, cleared=cleared)
        if changes:
            self._store(kept[path] for path in {change.path for change in changes})
        return tuple(changes)

    def saved(self, photos: Mapping[Path, CullPhoto]) -> None:
        """Notes that sidecars hold what was marked here, as far as nobody has marked anything else since."""
        files = [file for photo in photos.values() for file in photo.files]
        with self._catalog.people.alone():
            said = self._said([*photos.values()], self._catalog.people.under(files))
            self._catalog.people.store(
                replace(row, source=SAVED_SOURCE)
                for photo, row in said
                if row.source == SOURCE and row.marks == photo.marks
            )

    def picture_known(self, photo: CullPhoto, asset_id: str) -> None:
        """Notes whose marks these are, so that they are found again when the file gets another name."""
        rows = self._catalog.people.under(photo.files).values()
        self._catalog.people.store(replace(row, asset_id=asset_id) for row in rows if not row.asset_id)

    def _said(
        self, photos: Sequence[CullPhoto], here: Mapping[Path, PersonsMarks]
    ) -> Iterable[tuple[CullPhoto, PersonsMarks]]:
        for photo, one in persons_marks(photos, here, self._catalog.people.of_pictures):
            # What was said under a name that is gone is said anew under this one.
            yield photo, one if one.path in photo.files else replace(one, path=photo.path)

    def _store(self, rows: Iterable[PersonsMarks]) -> None:
        now = datetime.now(UTC)
        self._catalog.people.store(replace(row, source=SOURCE, changed=now) for row in rows)


def taking_back(change: Change, photo: CullPhoto, is_written: Callable[[Path, Mark], bool]) -> Wanted:
    """The mark as it was before the change. One that a sidecar was given meanwhile is to go there too, be it in a later cull."""
    is_cleared = not change.before and (change.was_cleared or is_written(change.path, change.mark))
    return Wanted(photo, change.mark, change.before, is_cleared)


def with_mark(marks: Marks, mark: Mark, value: Value) -> Marks:
    """The same marks with this one set to `value`."""
    changed: dict[str, Value] = {mark.value: value}
    return replace(marks, **changed)  # type: ignore[arg-type]


def _new(photo: CullPhoto) -> PersonsMarks:
    return PersonsMarks(photo.path, photo.asset_id or "", NO_MARKS, SOURCE, datetime.now(UTC))
