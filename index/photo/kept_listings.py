"""A folder's listing, kept while the folder stays as it is: for those who ask for one photo after the other."""

from __future__ import annotations

import time
from pathlib import Path

from index.photo.errors import UnreadablePhoto
from index.photo.folder_listing import FolderListing, list_folder

SETTLED_S = 2.5
"""FAT's clock ticks every two seconds (Microsoft, "File Times"): into a folder that changed a moment ago another file may come
without a trace."""


class KeptListings:
    """Lists folders; the last one is kept. For one thread."""

    def __init__(self) -> None:
        self._kept: tuple[Path, int, FolderListing] | None = None

    def of(self, folder: Path) -> FolderListing | UnreadablePhoto:
        """The folder as it is now, or why it cannot be read."""
        began_s = time.time()
        changed_ns = _changed_ns(folder)
        if self._kept is not None and self._kept[:2] == (folder, changed_ns):
            return self._kept[2]
        listing = list_folder(folder)
        if changed_ns is None or isinstance(listing, UnreadablePhoto) or began_s - changed_ns / 1e9 <= SETTLED_S:
            return listing
        self._kept = (folder, changed_ns, listing)
        return listing


def _changed_ns(folder: Path) -> int | None:
    try:
        return folder.stat().st_mtime_ns
    except OSError:  # listing it will tell why
        return None
