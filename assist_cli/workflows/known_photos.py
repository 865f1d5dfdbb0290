"""Photos that the catalogue knows, and that have not changed since: what was said of them need not be said again."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from assist_cli.workflows.file_stamps import is_gone
from index.catalog.database import Catalog
from index.catalog.earlier_results import with_earlier_results
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
    """Answers for one photo at a time, from the catalogue; by which weights and versions, the answer says."""

    def __init__(self, catalog: Catalog, *, grows: bool = False) -> None:
        """`grows`: photos that are stored from now on will be asked for too, so that an empty catalogue is not empty for long."""
        self._catalog = catalog
        self._empty = not grows and catalog.count() == 0
        self._expected: dict[Path, StoredPhoto | None] = {}

    def expect(self, assets: Sequence[Asset]) -> None:
        """These will be asked for next: read in one go they take a third of the time."""
        self._expected = {} if self._empty else dict.fromkeys(asset.path for asset in assets)
        for stored in self._catalog.photos_at(self._expected) if self._expected else ():
            for path in (stored.record.path, *(stamp.path for stamp in stored.stamps)):
                if path in self._expected:
                    self._expected[path] = stored

    def recognised(self, asset: Asset, stamps: Sequence[FileStamp]) -> Recognised | None:
        """What is known of this photo, under this name or another."""
        stored = self.unchanged(asset, stamps)
        if stored is None:
            return self._moved(asset, stamps)
        is_back = stored.missing_since is not None
        return Recognised(dataclasses.replace(stored, missing_since=None), is_news=is_back)

    def unchanged(self, asset: Asset, stamps: Sequence[FileStamp]) -> StoredPhoto | None:
        """What is known, if all files still look as they did when they were judged."""
        stored = self._stored(asset.path)
        return stored if stored is not None and still_holds(stored, stamps) else None

    def _stored(self, path: Path) -> StoredPhoto | None:
        if self._empty:
            return None
        return self._expected[path] if path in self._expected else self._catalog.photo_at(path)

    def _moved(self, asset: Asset, stamps: Sequence[FileStamp]) -> Recognised | None:
        """What is known of the same file under other names; reads the file, decodes nothing.

        Only a file of equal size and EXIF counts: the fingerprint alone says nothing of orientation or colour profile.
        """
        if self._empty or not stamps or not self._catalog.has_file_of(stamps[0].size_bytes):
            return None
        try:
            data = read_file(asset.path)
        except PhotoReadError:
            return None  # judging it will tell what is wrong
        same = [
            stored
            for stored in self._catalog.photos_by_asset(fingerprint_of(data))
            if stored.judged_bytes == stamps[0].size_bytes and stored.record.exif == exif_of(data)
        ]
        return _told_for(asset, stamps, same) if same else None


def still_holds(stored: StoredPhoto, stamps: Sequence[FileStamp]) -> bool:
    """Whether the files look as they did when the photo was judged, and none of them had trouble that may have passed."""
    is_as_judged = bool(stamps) and stored.stamps == tuple(stamps)
    return is_as_judged and not any(file.kind in PASSING for file in stored.record.unread)


def _told_for(asset: Asset, stamps: Sequence[FileStamp], same: Sequence[StoredPhoto]) -> Recognised:
    unread = unreadable_among(asset.companions)
    known = reduce(with_earlier_results, same)
    record = dataclasses.replace(known.record, path=asset.path, companions=asset.companions, unread=unread)
    photo = dataclasses.replace(known, record=record, stamps=tuple(stamps), missing_since=None)
    gone = tuple(stored.record.path for stored in same if is_gone(stored.record.path))
    return Recognised(photo, is_news=True, gone=gone)
