"""Brings the marks that people gave in their editors back into the catalogue. No file beside a photo is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from assist_cli.workflows.advised_photos import AdviceRequest, AdvisedPhoto, advised_shoot
from assist_cli.workflows.collect_marks import Collected, collect_marks
from assist_cli.workflows.find_photos import absolute
from assist_cli.workflows.marked_places import MarkedFiles, Past, UnreadableSidecar, marked_files
from assist_cli.workflows.prefer import Prefer
from index.catalog.database import Catalog, open_catalog
from index.catalog.people_marks import PersonsMarks
from index.journal.database import Journal, journal_path, open_journal
from index.journal.readings import Reading
from index.photo.errors import UnreadablePhoto
from index.photo.folder_listing import list_folder
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.marks import NO_MARKS, Mark


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
    collected: Collected
    unreadable: tuple[UnreadableSidecar, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadShoot:
    """All photos, the folders that cannot be listed, and how many photos were never scored."""

    photos: Sequence[ReadPhoto]
    unread: Sequence[UnreadablePhoto]
    unscored: int


def read_shoot(request: ReadRequest, on_photo: Callable[[int], None]) -> ReadShoot:
    """What people say now in every place of the scored photos at `request.paths`; kept unless `dry_run`.

    Raises as `known_photos`, and `JournalError`.
    """
    shoot = advised_shoot(AdviceRequest(request.paths, request.catalog, frozenset()))
    tree = [path if path.is_dir() else path.parent for path in absolute(request.paths)]
    read: list[ReadPhoto] = []
    unread: list[UnreadablePhoto] = []
    with open_catalog(request.catalog) as catalog, open_journal(journal_path(request.catalog)) as journal:
        for folder, photos in groupby(shoot.photos, key=lambda photo: photo.record.path.parent):
            found = _folder(folder, list(photos), [*tree, folder], journal, request.prefer)
            if isinstance(found, UnreadablePhoto):
                unread.append(found)
                continue
            if not request.dry_run:
                _keep(found, catalog, journal)
            read += [one for one, _, _, _ in found]
            on_photo(len(read))
    return ReadShoot(read, unread, shoot.unscored)


Found = tuple[ReadPhoto, AdvisedPhoto, MarkedFiles, Past]


def _folder(
    folder: Path, photos: Sequence[AdvisedPhoto], tree: Sequence[Path], journal: Journal, prefer: Prefer | None
) -> list[Found] | UnreadablePhoto:
    listing = list_folder(folder)
    if isinstance(listing, UnreadablePhoto):
        return listing
    marked = []
    for photo in photos:
        record = photo.record
        files = [file for file in (record.path, *record.companions) if listing.spelled(file.name)]
        marked.append(marked_files(files, listing, tree, PhotoLies(record.exif.orientation, record.size_px)))
    sidecars = {place.path for one in marked for place in one.places}
    past = Past(journal.known(sidecars), journal.bases(sidecars))
    return [
        (
            ReadPhoto(
                photo.record.path, collect_marks(photo.people or NO_MARKS, one.places, past, prefer), one.unreadable
            ),
            photo,
            one,
            past,
        )
        for photo, one in zip(photos, marked, strict=True)
    ]


def _keep(found: Sequence[Found], catalog: Catalog, journal: Journal) -> None:
    now = datetime.now(UTC)
    catalog.people.store(
        PersonsMarks(photo.record.path, photo.record.asset_id, read.collected.marks, _source(read.collected), now)
        for read, photo, _, _ in found
        if read.collected.news
    )
    journal.note_read(reading for read, _, one, past in found for reading in _readings(read.collected, one, past))


def _source(collected: Collected) -> str:
    """The files that told the news, for a person to read."""
    return ", ".join(dict.fromkeys(place.path.name for places in collected.news.values() for place in places))


def _readings(collected: Collected, one: MarkedFiles, past: Past) -> Iterator[Reading]:
    """What was taken in; a mark in conflict counts as not read, so that it is told again until somebody settles it."""
    for place in one.places:
        people: Mapping[Mark, object] = place.stated(past).persons()
        taken = frozenset(people) - collected.conflicts.keys()
        if taken:
            yield Reading(place.path, place.marks(past), taken)
