"""Marks that stand in sidecars which nobody has read yet: brought into the catalogue behind the back of a cull."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import CullPhoto
from assist_cli.workflows.cull.unsaved_marks import Compared
from assist_cli.workflows.find_photos import absolute, named_trees
from assist_cli.workflows.persons_marks import persons_marks
from assist_cli.workflows.read_photos import PhotoToRead, Stores, read_photos
from index.catalog.database import Catalog, open_catalog
from index.catalog.people_marks import PersonsMarks
from index.journal.database import open_journal
from index.journal.journal_path import journal_path
from index.photo.errors import UnreadablePhoto
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.persons_word import NOTHING_SAID


@dataclass(frozen=True, slots=True)
class MarksRead:
    """How many photos had news, of how many places disagree, and what could not be read."""

    news: int = 0
    conflicts: int = 0
    unreadable: int = 0
    """Sidecars, and folders."""
    compared: tuple[Compared, ...] = field(default=(), compare=False)
    """For `CullSession.note_compared`; photos of which nothing is said here are left out."""


def read_marks(
    photos: Sequence[CullPhoto], paths: Sequence[Path], catalog_path: Path, is_wanted: Callable[[], bool]
) -> MarksRead:
    """As `sidecars read` does, of photos that were never scored too; ends early where it is not wanted any more. What is marked
    meanwhile is never replaced. Raises `CatalogError`, `JournalError`.
    """
    told, compared = MarksRead(), list[Compared]()
    readable = [photo for photo in photos if photo.trouble is None]
    with open_catalog(catalog_path) as catalog, open_journal(journal_path(catalog_path)) as journal:
        said = _said(readable, absolute(paths), catalog)
        waiting = (_to_read(photo, said) for photo in readable)
        for found in read_photos(waiting, named_trees(paths), Stores(journal, catalog)):
            if isinstance(found, UnreadablePhoto):
                told = MarksRead(told.news, told.conflicts, told.unreadable + 1)
                continue
            told = MarksRead(
                told.news + sum(bool(one.collected.news) for one in found),
                told.conflicts + sum(bool(one.collected.conflicts) for one in found),
                told.unreadable + sum(len(one.unreadable) for one in found),
            )
            compared += (
                Compared(one.photo, one.collected.word.marks, one.absent)
                for one in found
                if one.collected.word.told() and not one.unreadable
            )
            if not is_wanted():
                break
    return replace(told, compared=tuple(compared))


def _said(photos: Sequence[CullPhoto], paths: Sequence[Path], catalog: Catalog) -> Mapping[Path, PersonsMarks]:
    found = persons_marks(photos, catalog.people.under(paths), catalog.people.of_pictures)
    return {photo.path: one for photo, one in found}


def _to_read(photo: CullPhoto, said: Mapping[Path, PersonsMarks]) -> PhotoToRead:
    here = said[photo.path].word if photo.path in said else NOTHING_SAID
    lies = None if photo.exif is None or photo.size_px is None else PhotoLies(photo.exif.orientation, photo.size_px)
    return PhotoToRead(photo.path, photo.companions, photo.asset_id, here, lies)
