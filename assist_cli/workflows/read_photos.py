"""What people say in every place of some photos, taken into the catalogue a few photos at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

from assist_cli.workflows.absent_marks import absent_marks
from assist_cli.workflows.collect_marks import Collected, collect_marks
from assist_cli.workflows.cull.kept_marks import SOURCE
from assist_cli.workflows.marked_places import MarkedFiles, MarkedPlace, Past, UnreadableSidecar, marked_files
from assist_cli.workflows.past_marks import past_marks
from assist_cli.workflows.persons_marks import persons_marks
from assist_cli.workflows.prefer import Prefer
from index.catalog.database import Catalog
from index.catalog.paths import readable
from index.catalog.people_marks import PersonsMarks
from index.journal.database import Journal
from index.journal.readings import Reading
from index.photo.errors import UnreadablePhoto
from index.photo.folder_listing import FolderListing, list_folder
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.marks import Mark
from index.photo.merge_marks import with_value
from index.photo.persons_word import NOTHING_SAID, PersonsWord
from index.photo.safe_file.links import real_trees

Told = TypeVar("Told")

PHOTOS_AT_ONCE = 50
"""Kept together: a choice. A mark that somebody gives meanwhile waits for a few milliseconds."""


@dataclass(frozen=True, slots=True)
class PhotoToRead:
    """One photo, and what people said of it here. Where nobody knows how it lies, its crop is left out."""

    path: Path
    companions: tuple[Path, ...]
    asset_id: str | None
    here: PersonsWord
    lies: PhotoLies | None


@dataclass(frozen=True, slots=True)
class ReadPhoto:
    """One photo and what was found of it."""

    photo: Path
    here: PersonsWord
    """What the catalogue had of it before."""
    collected: Collected
    unreadable: tuple[UnreadableSidecar, ...] = ()
    absent: frozenset[Mark] = frozenset()
    """Marks that stand here and in no place of it."""


@dataclass(frozen=True, slots=True)
class Stores:
    """Where what was read is kept; without a catalogue nothing is."""

    journal: Journal | None
    catalog: Catalog | None
    prefer: Prefer | None = None


def read_photos(
    photos: Iterable[PhotoToRead], trees: Sequence[Path], stores: Stores
) -> Iterator[list[ReadPhoto] | UnreadablePhoto]:
    """A few of the photos after the other, once what they say is kept; or a folder that cannot be listed. `photos` come folder by
    folder; `trees`: where links are followed. What is marked here meanwhile counts as if it had been before. Raises `CatalogError`,
    `JournalError`.
    """
    for folder, inside in groupby(photos, key=lambda photo: photo.path.parent):
        listing = list_folder(folder)
        if isinstance(listing, UnreadablePhoto):
            yield listing
            continue
        tree = (*real_trees([folder]), *trees)
        while batch := list(islice(inside, PHOTOS_AT_ONCE)):
            found = _found_all(batch, listing, tree, stores)
            if stores.catalog is not None and stores.journal is not None:
                found = _kept(found, stores.catalog, stores.journal)
            yield [one.compared() for one in found]


@dataclass(frozen=True, slots=True)
class _Found:
    """One photo, its places, and what the journal knows of them."""

    photo: PhotoToRead
    read: ReadPhoto
    places: Sequence[MarkedPlace]
    past: Past
    prefer: Prefer | None

    def said_meanwhile(self, here: PersonsWord) -> _Found:
        """The same where people said something else here by now."""
        if here == self.read.here:
            return self
        return replace(self, read=replace(self.read, here=here, collected=self._collected(here)))

    def compared(self) -> ReadPhoto:
        """What was found, with the marks that no place has. Of a sidecar that cannot be read nobody knows."""
        collected = self.read.collected
        if self.read.unreadable:
            return self.read
        return replace(self.read, absent=absent_marks(collected.word, self.places, self.past, collected.conflicts))

    def _collected(self, here: PersonsWord) -> Collected:
        return _collected(self.photo, here, self.places, self.past, self.prefer)


def _found_all(
    photos: Sequence[PhotoToRead], listing: FolderListing, tree: Sequence[Path], stores: Stores
) -> list[_Found]:
    marked: list[MarkedFiles] = []
    for photo in photos:
        files = [file for file in (photo.path, *photo.companions) if os.path.lexists(file)]
        marked.append(marked_files(files, listing, tree, photo.lies or PhotoLies()))
    past = past_marks(stores.journal, (place for one in marked for place in one.places))
    return [_found(photo, one, past, stores.prefer) for photo, one in zip(photos, marked, strict=True)]


def _found(photo: PhotoToRead, marked: MarkedFiles, past: Past, prefer: Prefer | None) -> _Found:
    collected = _collected(photo, photo.here, marked.places, past, prefer)
    read = ReadPhoto(photo.path, photo.here, collected, marked.unreadable)
    return _Found(photo, read, marked.places, past, prefer)


def _collected(
    photo: PhotoToRead, here: PersonsWord, places: Sequence[MarkedPlace], past: Past, prefer: Prefer | None
) -> Collected:
    collected = collect_marks(here, places, past, prefer)
    if photo.lies is not None:
        return collected
    word = replace(
        collected.word,
        marks=replace(collected.word.marks, crop=here.marks.crop),
        cleared=(collected.word.cleared - {Mark.CROP}) | (here.cleared & {Mark.CROP}),
    )
    return Collected(word, _without_crop(collected.news), _without_crop(collected.conflicts))


def _without_crop(told: Mapping[Mark, Told]) -> Mapping[Mark, Told]:
    return {mark: one for mark, one in told.items() if mark is not Mark.CROP}


def _kept(found: Sequence[_Found], catalog: Catalog, journal: Journal) -> list[_Found]:
    files = [file for one in found for file in (one.photo.path, *one.photo.companions)]
    with catalog.people.alone():
        here = catalog.people.under(files)
        said = {
            photo.path: row
            for photo, row in persons_marks([one.photo for one in found], here, catalog.people.of_pictures)
        }
        now = [
            one.said_meanwhile(said[one.photo.path].word if one.photo.path in said else NOTHING_SAID) for one in found
        ]
        moment = datetime.now(UTC)
        catalog.people.store(
            _persons_marks(one, said.get(one.photo.path), moment) for one in now if one.read.collected.news
        )
    journal.note_read(reading for one in now for reading in _readings(one))
    return now


def _persons_marks(found: _Found, before: PersonsMarks | None, now: datetime) -> PersonsMarks:
    word = found.read.collected.word
    # Marks of a cull that no sidecar holds yet are still to be found by the next one.
    source = SOURCE if before is not None and before.source == SOURCE else _source(found.read.collected)
    return PersonsMarks(found.photo.path, found.photo.asset_id or "", word.marks, source, now, word.cleared)


def _source(collected: Collected) -> str:
    """The files that told the news, for a person to read."""
    return ", ".join(dict.fromkeys(readable(Path(path.name)) for paths in collected.news.values() for path in paths))


def _readings(found: _Found) -> Iterator[Reading]:
    """What was taken in. A mark in conflict is not: it is told again until somebody settles it, and what we knew of it before
    stays known, or it could no longer be told that a person changed it.
    """
    for place in found.places:
        stated, marks = place.stated(found.past), place.marks(found.past)
        taken = frozenset(stated.persons()) - found.read.collected.conflicts.keys()
        if marks.keywords or Mark.KEYWORDS in stated.known:
            taken |= {Mark.KEYWORDS}  # none at all is something that a person said of them, too
        kept = {mark for mark, known in stated.known.items() if known.by_person and mark not in taken}
        for mark in kept:
            marks = with_value(marks, mark, stated.known[mark].value)
        if found.photo.lies is None:
            taken -= {Mark.CROP}
        if taken | kept:
            yield Reading(place.path, marks, taken | kept)
