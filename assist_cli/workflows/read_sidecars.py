"""Brings the marks that people gave in their editors back into the catalogue. No file beside a photo is changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from assist_cli.workflows.advised_photos import AdviceRequest, AdvisedPhoto, advised_shoot
from assist_cli.workflows.collect_marks import Collected, collect_marks
from assist_cli.workflows.find_photos import named_trees
from assist_cli.workflows.journal_as_it_is import journal_as_it_is
from assist_cli.workflows.marked_places import MarkedFiles, MarkedPlace, Past, UnreadableSidecar, marked_files
from assist_cli.workflows.past_marks import past_marks
from assist_cli.workflows.prefer import Prefer
from index.catalog.database import Catalog, open_catalog
from index.catalog.paths import readable
from index.catalog.people_marks import PersonsMarks
from index.journal.database import Journal, journal_path, open_journal
from index.journal.readings import Reading
from index.photo.errors import UnreadablePhoto
from index.photo.folder_listing import list_folder
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.marks import Mark
from index.photo.merge_marks import with_value
from index.photo.persons_word import NOTHING_SAID, PersonsWord
from index.photo.safe_file.links import real_trees


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """Which photos, and whose word counts where places disagree (None: nobody's)."""

    paths: Sequence[Path]
    catalog: Path
    prefer: Prefer | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class ReadPhoto:
    """One photo and what was found of it."""

    photo: Path
    here: PersonsWord
    """What the catalogue had of it before."""
    collected: Collected
    unreadable: tuple[UnreadableSidecar, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadShoot:
    """All photos, the folders that cannot be listed, and how many photos were never scored."""

    photos: Sequence[ReadPhoto]
    unread: Sequence[UnreadablePhoto]
    unscored: int


def read_shoot(request: ReadRequest, on_photo: Callable[[int], None]) -> ReadShoot:
    """What people say now in every place of the scored photos at `request.paths`; with `dry_run` nothing of it is kept.

    Raises as `known_photos`, and `JournalError`.
    """
    shoot = advised_shoot(AdviceRequest(request.paths, request.catalog, frozenset()))
    trees = named_trees(request.paths)
    read: list[ReadPhoto] = []
    unread: list[UnreadablePhoto] = []
    with _stores(request) as (journal, catalog):
        for folder, photos in groupby(shoot.photos, key=lambda photo: photo.record.path.parent):
            found = _folder(folder, list(photos), (*real_trees([folder]), *trees), journal, request.prefer)
            if isinstance(found, UnreadablePhoto):
                unread.append(found)
                continue
            if catalog is not None and journal is not None:
                _keep(found, catalog, journal)
            read += [one.read for one in found]
            on_photo(len(read))
    return ReadShoot(read, unread, shoot.unscored)


@contextmanager
def _stores(request: ReadRequest) -> Iterator[tuple[Journal | None, Catalog | None]]:
    if request.dry_run:
        with journal_as_it_is(request.catalog) as journal:
            yield journal, None
    else:
        with open_catalog(request.catalog) as catalog, open_journal(journal_path(request.catalog)) as opened:
            yield opened, catalog


@dataclass(frozen=True, slots=True)
class _Found:
    """One photo, its places, and what the journal knows of them."""

    read: ReadPhoto
    asset_id: str
    places: Sequence[MarkedPlace]
    past: Past


def _folder(
    folder: Path, photos: Sequence[AdvisedPhoto], tree: Sequence[Path], journal: Journal | None, prefer: Prefer | None
) -> list[_Found] | UnreadablePhoto:
    listing = list_folder(folder)
    if isinstance(listing, UnreadablePhoto):
        return listing
    marked: list[MarkedFiles] = []
    for record in (photo.record for photo in photos):
        files = [file for file in (record.path, *record.companions) if os.path.lexists(file)]
        marked.append(marked_files(files, listing, tree, PhotoLies(record.exif.orientation, record.size_px)))
    past = past_marks(journal, (place for one in marked for place in one.places))
    return [_found(photo, one, past, prefer) for photo, one in zip(photos, marked, strict=True)]


def _found(photo: AdvisedPhoto, marked: MarkedFiles, past: Past, prefer: Prefer | None) -> _Found:
    here = photo.people or NOTHING_SAID
    collected = collect_marks(here, marked.places, past, prefer)
    read = ReadPhoto(photo.record.path, here, collected, marked.unreadable)
    return _Found(read, photo.record.asset_id, marked.places, past)


def _keep(found: Sequence[_Found], catalog: Catalog, journal: Journal) -> None:
    now = datetime.now(UTC)
    catalog.people.store(_persons_marks(one, now) for one in found if one.read.collected.news)
    journal.note_read(reading for one in found for reading in _readings(one))


def _persons_marks(found: _Found, now: datetime) -> PersonsMarks:
    word = found.read.collected.word
    return PersonsMarks(found.read.photo, found.asset_id, word.marks, _source(found.read.collected), now, word.cleared)


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
        if taken | kept:
            yield Reading(place.path, marks, taken | kept)
