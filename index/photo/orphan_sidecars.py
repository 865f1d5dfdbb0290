"""Sidecars whose photo is gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.photo.darktable_duplicates import darktable_duplicates
from index.photo.folder_listing import FolderListing


def orphan_sidecars(listing: FolderListing) -> Iterator[Path]:
    """The `.xmp` and `.pp3` beside which nothing lies that they could be for, in the order of names.

    Any file counts that has their name without the ending, or their stem: editors know more kinds of photos than we read.
    """
    copies = {duplicate.sidecar for duplicate in darktable_duplicates(listing)}
    for sidecar in (*listing.sidecars(".xmp"), *listing.sidecars(".pp3")):
        is_for_something = listing.spelled(sidecar.stem) or listing.of_stem(sidecar.stem) or sidecar in copies
        if not is_for_something:
            yield sidecar
