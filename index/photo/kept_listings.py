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

    def of(self, folder: Path) -> FolderListing | None:
        """The folder as it is now; None where it changed a moment ago, or cannot be read: ask the disk for what you need."""
        changed_ns = _changed_ns(folder)
        if changed_ns is None:
            return None
        if self._kept is not None and self._kept[:2] == (folder, changed_ns):
            return self._kept[2]
        if time.time() - changed_ns / 1e9 <= SETTLED_S:
            return None
        listing = list_folder(folder)
        if isinstance(listing, UnreadablePhoto):
            return None
        self._kept = (folder, changed_ns, listing)
        return listing


def _changed_ns(folder: Path) -> int | None:
    try:
        return folder.stat().st_mtime_ns
    except OSError:  # whoever lists it is told why
        return None
