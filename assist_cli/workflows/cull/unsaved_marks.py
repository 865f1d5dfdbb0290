"""Which marks of a cull no sidecar holds yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.culled_marks import CULLED
from index.photo.marks import NO_MARKS, Mark, Marks
from index.photo.merge_marks import is_unset, same_value, value_of, with_value
from index.photo.persons_word import PersonsWord


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A photo whose marks are in the catalogue and not yet beside it."""

    photo: CullPhoto
    saved: Marks
    """What its sidecars were last given, or what was known when the cull began."""
    cleared: frozenset[Mark] = frozenset()
    """Marks that an earlier cull, cut short, took away: sidecars may have them still."""
    was_there: bool = False
    """Whether sidecars had them on an earlier day: they were taken back since, or deleted."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found beside a photo of which something is said here."""

    photo: Path
    marks: Marks
    """As they stood here when its sidecars were read."""
    absent: frozenset[Mark]
    """Those that no sidecar holds."""


class UnsavedMarks:
    """Of one session. `left`: photos whose marks an earlier cull did not save, with those that it took away."""

    def __init__(self, left: Mapping[Path, frozenset[Mark]]) -> None:
        self._left = dict(left)
        self._saved: dict[Path, Marks] = dict.fromkeys(left, NO_MARKS)
        self._written: set[Path] = set()
        self._gone: set[Path] = set()

    def among(self, photos: Mapping[Path, CullPhoto]) -> list[Unsaved]:
        """In the order of `photos`."""
        touched = (photo for path, photo in photos.items() if path in self._saved)
        unsaved = (self._unsaved(photo) for photo in touched)
        return [one for one in unsaved if one.cleared or not are_same(one.photo.marks, one.saved)]

    def touched(self, photo: CullPhoto) -> None:
        """The photo is about to be marked."""
        self._saved.setdefault(photo.path, photo.marks)
        self._gone.discard(photo.path)

    def saved(self, photos: Mapping[Path, CullPhoto]) -> None:
        """Sidecars have the marks of these now, as they stand here."""
        self._saved |= {path: photo.marks for path, photo in photos.items()}
        self._left = {path: marks for path, marks in self._left.items() if path not in photos}
        self._written |= photos.keys()
        self._gone -= photos.keys()

    def compared(self, photo: CullPhoto, absent: frozenset[Mark]) -> bool:
        """Sidecars were read, and lack these of the photo's marks; whether what an earlier cull left turns out to be there.
        What was written meanwhile counts as it was written.
        """
        if photo.path in self._written:
            return False
        was_left = self._left.pop(photo.path, None) is not None
        if not absent:
            if photo.path in self._saved:
                self._saved[photo.path] = photo.marks
            return was_left
        if not was_left and photo.path not in self._saved:
            self._gone.add(photo.path)
        if cleared := frozenset(mark for mark in absent if is_unset(mark, value_of(photo.marks, mark))):
            self._left[photo.path] = cleared
        self._saved[photo.path] = _without(photo.marks, absent)
        return False

    def is_written(self, path: Path, mark: Mark) -> bool:
        """Whether a sidecar was given that mark, or had it when the cull began."""
        return not is_unset(mark, value_of(self._saved.get(path, NO_MARKS), mark))

    def _unsaved(self, photo: CullPhoto) -> Unsaved:
        cleared = self._left.get(photo.path, frozenset())
        return Unsaved(photo, self._saved[photo.path], cleared, photo.path in self._gone)


def taken_away(word: PersonsWord) -> frozenset[Mark]:
    """The marks of a cull that a person took off, or said that there is none."""
    return frozenset(mark for mark in CULLED if word.tells(mark) and is_unset(mark, value_of(word.marks, mark)))


def are_same(one: Marks, other: Marks) -> bool:
    """No stars are as good as none given: nothing would be written."""
    return all(same_value(mark, value_of(one, mark), value_of(other, mark)) for mark in CULLED)


def _without(marks: Marks, absent: frozenset[Mark]) -> Marks:
    for mark in absent:
        marks = with_value(marks, mark, value_of(NO_MARKS, mark))
    return marks
