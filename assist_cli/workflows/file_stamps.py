"""How a photo's files look on disk now, to tell whether they changed since they were judged."""

from __future__ import annotations

from index.catalog.stored import FileStamp
from index.photo.record import Asset


def stamp_files(asset: Asset) -> tuple[FileStamp, ...]:
    """Size and modification time of every file of the asset, the judged one first; raises `OSError`."""
    return tuple(FileStamp(path, (info := path.stat()).st_size, info.st_mtime_ns) for path in asset.files)
