"""What a person said of the photos of a request, by the catalogue and by their sidecars: an editor asks before it changes that."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from assist_cli.workflows.find_photos import named_trees
from assist_cli.workflows.journal_as_it_is import journal_as_it_is
from assist_cli.workflows.persons_marks import persons_marks
from assist_cli.workflows.read_photos import PhotoToRead, Stores, read_photos
from index.catalog.database import open_catalog_to_read
from index.catalog.errors import MissingCatalogError
from index.photo.errors import UnreadablePhoto
from index.photo.mark_fields.place_file import PhotoLies
from index.photo.marks import Mark
from index.photo.persons_word import NOTHING_SAID, PersonsWord
from index.photo.record import PhotoRecord
from plugins.protocol import PersonSaid

log = logging.getLogger(__name__)


def person_said(records: Sequence[PhotoRecord], catalog: Path) -> Mapping[Path, PersonSaid]:
    """By the judged file; photos of which nobody said anything are left out. Nothing is kept: `sidecars read` does that.

    Where places disagree, a mark counts as given by a person. Raises `CatalogError`, `JournalError`.
    """
    here = _here(records, catalog)
    ordered = sorted(records, key=lambda record: record.path.parent)
    waiting = (_to_read(record, here.get(record.path, NOTHING_SAID)) for record in ordered)
    said: dict[Path, PersonSaid] = {}
    with journal_as_it_is(catalog) as journal:
        for found in read_photos(waiting, named_trees([record.path for record in ordered]), Stores(journal, None)):
            if isinstance(found, UnreadablePhoto):
                log.info("sidecars in %s were not read: %s", found.path, found.message)
                continue
            for one in found:
                told = one.collected.word.told() | one.collected.conflicts.keys()
                if told & {Mark.RATING, Mark.FLAG, Mark.LABELS}:
                    said[one.photo] = PersonSaid(Mark.RATING in told, Mark.FLAG in told, Mark.LABELS in told)
    return said


def _here(records: Sequence[PhotoRecord], catalog_path: Path) -> Mapping[Path, PersonsWord]:
    try:
        with open_catalog_to_read(catalog_path) as catalog:
            here = catalog.people.under([file for record in records for file in (record.path, *record.companions)])
            return {one.path: said.word for one, said in persons_marks(records, here, catalog.people.of_pictures)}
    except MissingCatalogError:  # crops need no catalogue, and make none
        return {}


def _to_read(record: PhotoRecord, here: PersonsWord) -> PhotoToRead:
    lies = PhotoLies(record.exif.orientation, record.size_px)
    return PhotoToRead(record.path, record.companions, record.asset_id, here, lies)
