"""Which marks of a cull no sidecar holds yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import CullPhoto
from index.photo.marks import NO_MARKS, Mark, Marks
from index.photo.merge_marks import is_unset, value_of


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A photo whose marks are in the catalogue and not yet beside it."""

    photo: CullPhoto
    saved: Marks
    """What its sidecars were last given, or what was known when the cull began."""
    cleared: frozenset[Mark] = frozenset()
    """Marks that an earlier cull, cut short, took away: sidecars may have them still."""


class UnsavedMarks:
    """Of one session. `left`: photos whose marks an earlier cull did not save, with those that it took away."""

    def __init__(self, left: Mapping[Path, frozenset[Mark]]) -> None:
        self._left = dict(left)
        self._saved: dict[Path, Marks] = dict.fromkeys(left, NO_MARKS)

    def among(self, photos: Mapping[Path, CullPhoto]) -> list[Unsaved]:
        """In the order of `photos`."""
        touched = (photo for path, photo in photos.items() if path in self._saved)
        unsaved = (Unsaved(one, self._saved[one.path], self._left.get(one.path, frozenset())) for one in touched)
        return [one for one in unsaved if one.photo.marks != one.saved or one.cleared]

    def touched(self, photo: CullPhoto) -> None:
        """The photo is about to be marked."""
        self._saved.setdefault(photo.path, photo.marks)

    def saved(self, photos: Mapping[Path, CullPhoto]) -> None:
        """Sidecars have the marks of these now, as they stand here."""
        self._saved |= {path: photo.marks for path, photo in photos.items()}
        self._left = {path: marks for path, marks in self._left.items() if path not in photos}

    def is_written(self, path: Path, mark: Mark) -> bool:
        """Whether a sidecar was given that mark, or had it when the cull began."""
        return not is_unset(mark, value_of(self._saved.get(path, NO_MARKS), mark))
