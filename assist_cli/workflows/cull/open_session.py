"""From a folder to a session within a moment: photos are found, and all that a screen needs at once is read in a few looks.

Scores are not: for thousands of photos they take seconds. They arrive, first those that are known, from `scoring_thread`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from assist_cli.workflows.cull.cull_photo import CullPhoto, PhotoAdvice
from assist_cli.workflows.cull.kept_marks import SOURCE, KeptMarks
from assist_cli.workflows.cull.nothing_to_cull import no_photo_at_all
from assist_cli.workflows.cull.photo_roll import PhotoRoll
from assist_cli.workflows.cull.session import CullSession
from assist_cli.workflows.cull.sorts import BY_NAME, BY_TIME, Sort
from assist_cli.workflows.cull.unsaved_marks import taken_away
from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.find_photos import Found, absolute, find_photos
from index.catalog.database import Catalog, open_catalog
from index.catalog.decisions import StoredDecision
from index.catalog.paths import remember
from index.catalog.seen import SeenPhoto
from index.catalog.stored import FileStamp
from index.photo.errors import UnreadablePhoto
from index.photo.record import Asset
from scoring.groups.group import GroupKind
from scoring.ranking.picks.choice import Decision

BUSY_TIMEOUT_S = 2.0
"""A key that does nothing for longer looks broken: a choice. Storing a batch takes others a few hundredths of a second."""


@contextmanager
def open_session(paths: Sequence[Path], catalog_path: Path, sort: Sort | None = None) -> Iterator[CullSession]:
    """A cull of the photos at and below `paths`; without `sort` in the order of time where that is known of all, else of names.

    Raises `BadRequestError` for paths that are not there, `AssistError` where there is no photo, `CatalogError`.
    """
    found = find_photos(paths)
    if (trouble := no_photo_at_all(found)) is not None:
        raise trouble
    remember(file for item in found if isinstance(item, Asset) for file in item.files)
    with open_catalog(catalog_path, busy_timeout_s=BUSY_TIMEOUT_S) as catalog:
        kept = KeptMarks(catalog)
        photos = _photos(found, absolute(paths), catalog)
        said = kept.of(photos, absolute(paths))
        photos = [replace(photo, marks=said[photo.path].marks) if photo.path in said else photo for photo in photos]
        left = {path: taken_away(one.word) for path, one in said.items() if one.source == SOURCE}
        roll = PhotoRoll(photos)
        yield CullSession(roll, kept, sort or _usual_sort(roll), left)


def _usual_sort(roll: PhotoRoll) -> Sort:
    readable = [photo for photo in roll.values() if photo.trouble is None]
    timed = [photo for photo in readable if photo.exif is not None and photo.exif.capture_time is not None]
    return BY_TIME if timed and len(timed) == len(readable) else BY_NAME


def _photos(found: Sequence[Found], paths: Sequence[Path], catalog: Catalog) -> list[CullPhoto]:
    known = _Known(catalog, paths)
    return [
        CullPhoto(item.path, trouble=item) if isinstance(item, UnreadablePhoto) else known.photo(item) for item in found
    ]


class _Known:
    """What the catalogue knows of the photos at some paths, but for their scores."""

    def __init__(self, catalog: Catalog, paths: Sequence[Path]) -> None:
        rows = catalog.seen_photos(paths)
        ids = [row.photo_id for row in rows]
        self._stamps: Mapping[int, tuple[FileStamp, ...]] = catalog.file_stamps(ids)
        self._decisions: Mapping[int, StoredDecision] = catalog.decisions.of(ids)
        self._rows: dict[Path, SeenPhoto] = {file: row for row in rows for file in (*row.companions, row.path)}

    def photo(self, asset: Asset) -> CullPhoto:
        """A photo whose files changed since it was judged is as good as unknown: it may be another picture."""
        row = self._rows.get(asset.path)
        stamps = () if row is None else stamp_files(asset)
        if row is None or not stamps or self._stamps.get(row.photo_id) != stamps:
            return CullPhoto(asset.path, asset.companions)
        decision = self._decisions.get(row.photo_id)
        advice = None if decision is None else _advice(decision)
        return CullPhoto(asset.path, asset.companions, row.asset_id, row.exif, row.size_px, advice=advice)


def _advice(kept: StoredDecision) -> PhotoAdvice:
    kind = None if kept.kind is None else GroupKind(kept.kind)
    return PhotoAdvice(Decision(kept.decision), kind, kept.rank, kept.reasons)
