"""After a folder was looked through: which known photos are not there any more. They are marked, nothing said of them is lost."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from assist_cli.workflows.file_stamps import is_absent, is_deleted
from assist_cli.workflows.find_photos import Found
from index.catalog.database import Catalog
from index.catalog.paths import to_bytes
from index.catalog.seen import SeenPhoto
from index.photo.record import Asset, ExifFacts

Picture: TypeAlias = tuple[str, tuple[int, int], ExifFacts]
"""What two files of one picture have in common."""


def note_vanished(catalog: Catalog, paths: Sequence[Path], found: Sequence[Found], now: datetime) -> int:
    """Marks the known photos below those of `paths` that are folders whose files are gone; how many were marked.

    `found`: what was met there. A folder that is absent may be a disk that is not plugged in: nothing is marked for it. But
    where all of its picture was met elsewhere below `paths`, the folder was renamed, and the photo goes by its new name alone.
    """
    folders = [path for path in paths if os.path.isdir(path)]  # noqa: PTH112 - Path.is_dir() raises where you may not look
    files = [file for item in found for file in (item.files if isinstance(item, Asset) else (item.path,))]
    if catalog.present_names(folders) <= set(map(to_bytes, files)):
        return 0  # as nearly always: of a hundred thousand photos no more than the names were read
    met, known = frozenset(files), catalog.seen_photos(folders)
    unmet = [photo for photo in known if photo.path not in met]
    if not unmet:
        return 0
    catalog.forget(_renamed_with_their_folder(unmet, {_picture(photo) for photo in known if photo.path in met}))
    return catalog.upkeep.mark_missing([photo.path for photo in unmet if is_deleted(photo.path)], now)


def _renamed_with_their_folder(unmet: Sequence[SeenPhoto], met: set[Picture]) -> list[Path]:
    absent = {folder for folder in {photo.path.parent for photo in unmet} if is_absent(folder)}
    return [photo.path for photo in unmet if photo.path.parent in absent and _picture(photo) in met]


def _picture(photo: SeenPhoto) -> Picture:
    return photo.asset_id, photo.size_px, photo.exif
