"""Photos that need no judging: the catalogue knows them, and neither they nor this program have changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from assist_cli.workflows.stored_outcome import is_current
from index.catalog.database import Catalog
from index.catalog.stored import FileStamp, StoredPhoto
from index.photo.errors import PhotoReadError
from index.photo.exif import exif_of
from index.photo.file_bytes import read_file
from index.photo.identity import fingerprint_of
from index.photo.record import Asset


class KnownPhotos:
    """Answers for one photo at a time, from the catalogue."""

    def __init__(self, catalog: Catalog, weights: str) -> None:
        self._catalog = catalog
        self._weights = weights
        self._empty = catalog.count() == 0

    def unchanged(self, asset: Asset, stamps: Sequence[FileStamp]) -> StoredPhoto | None:
        """What is known, if all files still look as they did when this program judged them."""
        stored = None if self._empty else self._catalog.photo_at(asset.path)
        if stored is None or not stamps or stored.stamps != tuple(stamps) or not is_current(stored, self._weights):
            return None
        return stored

    def moved(self, asset: Asset, stamps: Sequence[FileStamp]) -> StoredPhoto | None:
        """What is known of the same file under another name, told for its new name; reads the file, decodes nothing.

        Only a file of equal size and EXIF counts: the fingerprint alone says nothing of orientation or colour profile.
        """
        if self._empty or not stamps:
            return None
        try:
            data = read_file(asset.path)
        except PhotoReadError:
            return None  # judging it will tell what is wrong
        for stored in self._catalog.photos_by_asset(fingerprint_of(data)):
            same_file = stored.stamps and stored.stamps[0].size_bytes == stamps[0].size_bytes
            if same_file and is_current(stored, self._weights) and stored.record.exif == exif_of(data):
                record = dataclasses.replace(stored.record, path=asset.path, companions=asset.companions)
                return dataclasses.replace(stored, record=record, stamps=tuple(stamps))
        return None
