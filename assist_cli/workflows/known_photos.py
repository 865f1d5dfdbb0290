"""Photos that need no judging: the catalogue knows them, and neither they nor this program have changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assist_cli.workflows.file_stamps import is_gone
from assist_cli.workflows.stored_outcome import is_current
from index.catalog.database import Catalog
from index.catalog.stored import FileStamp, StoredPhoto
from index.photo.errors import PASSING, PhotoReadError
from index.photo.exif import exif_of
from index.photo.file_bytes import read_file, unreadable_among
from index.photo.identity import fingerprint_of
from index.photo.record import Asset


@dataclass(frozen=True, slots=True)
class Recognised:
    """A known photo, told for the name it has now."""

    photo: StoredPhoto
    is_news: bool = False
    """Whether the catalogue knows it under another name or with other stamps, and should learn these."""
    gone: tuple[Path, ...] = ()
    """Its earlier names, where no file is any more."""


class KnownPhotos:
    """Answers for one photo at a time, from the catalogue."""

    def __init__(self, catalog: Catalog, weights: str) -> None:
        self._catalog = catalog
        self._weights = weights
        self._empty = catalog.count() == 0

    def recognised(self, asset: Asset, stamps: Sequence[FileStamp]) -> Recognised | None:
        """What is known of this photo, under this name or another."""
        stored = self.unchanged(asset, stamps)
        return Recognised(stored) if stored else self._moved(asset, stamps)

    def unchanged(self, asset: Asset, stamps: Sequence[FileStamp]) -> StoredPhoto | None:
        """What is known, if all files still look as they did when this program judged them."""
        stored = None if self._empty else self._catalog.photo_at(asset.path)
        if stored is None or not stamps or stored.stamps != tuple(stamps) or not is_current(stored, self._weights):
            return None
        return None if any(file.kind in PASSING for file in stored.record.unread) else stored

    def _moved(self, asset: Asset, stamps: Sequence[FileStamp]) -> Recognised | None:
        """What is known of the same file under another name; reads the file, decodes nothing.

        Only a file of equal size and EXIF counts: the fingerprint alone says nothing of orientation or colour profile.
        """
        if self._empty or not stamps:
            return None
        try:
            data = read_file(asset.path)
        except PhotoReadError:
            return None  # judging it will tell what is wrong
        same = [
            stored
            for stored in self._catalog.photos_by_asset(fingerprint_of(data))
            if _size_bytes(stored) == stamps[0].size_bytes
            and is_current(stored, self._weights)
            and stored.record.exif == exif_of(data)
        ]
        return _told_for(asset, stamps, same) if same else None


def _size_bytes(stored: StoredPhoto) -> int | None:
    """How large the judged file was; where the first file is unreadable, that is another one."""
    return next((stamp.size_bytes for stamp in stored.stamps if stamp.path == stored.record.path), None)


def _told_for(asset: Asset, stamps: Sequence[FileStamp], same: Sequence[StoredPhoto]) -> Recognised:
    unread = unreadable_among(asset.companions)
    record = dataclasses.replace(same[0].record, path=asset.path, companions=asset.companions, unread=unread)
    photo = dataclasses.replace(same[0], record=record, stamps=tuple(stamps))
    gone = tuple(stored.record.path for stored in same if is_gone(stored.record.path))
    return Recognised(photo, is_news=True, gone=gone)
