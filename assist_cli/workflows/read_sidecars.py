"""Brings the marks that people gave in their editors back into the catalogue. No file beside a photo is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.advised_photos import AdviceRequest, AdvisedPhoto, advised_shoot
from assist_cli.workflows.find_photos import named_trees
from assist_cli.workflows.journal_as_it_is import journal_as_it_is
from assist_cli.workflows.prefer import Prefer
from assist_cli.workflows.read_photos import PhotoToRead, ReadPhoto, Stores, read_photos
from index.catalog.database import open_catalog
from index.journal.database import open_journal
from index.journal.journal_path import journal_path
from index.photo.errors import UnreadablePhoto
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.persons_word import NOTHING_SAID


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """Which photos, and whose word counts where places disagree (None: nobody's)."""

    paths: Sequence[Path]
    catalog: Path
    prefer: Prefer | None = None
    dry_run: bool = False


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
    read: list[ReadPhoto] = []
    unread: list[UnreadablePhoto] = []
    with _stores(request) as stores:
        for found in read_photos(map(_to_read, shoot.photos), named_trees(request.paths), stores):
            if isinstance(found, UnreadablePhoto):
                unread.append(found)
                continue
            read += found
            on_photo(len(read))
    return ReadShoot(read, unread, shoot.unscored)


def _to_read(photo: AdvisedPhoto) -> PhotoToRead:
    record = photo.record
    lies = PhotoLies(record.exif.orientation, record.size_px)
    return PhotoToRead(record.path, record.companions, record.asset_id, photo.people or NOTHING_SAID, lies)


@contextmanager
def _stores(request: ReadRequest) -> Iterator[Stores]:
    if request.dry_run:
        with journal_as_it_is(request.catalog) as journal:
            yield Stores(journal, None, request.prefer)
    else:
        with open_catalog(request.catalog) as catalog, open_journal(journal_path(request.catalog)) as opened:
            yield Stores(opened, catalog, request.prefer)
