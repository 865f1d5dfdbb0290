"""The sidecars of darktable's duplicates: `IMG_01.CR3.xmp` is another development of `IMG.CR3`, unless it is of a photo called
`IMG_01.CR3`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.photo.folder_listing import FolderListing

NUMBERED = re.compile(r"(?P<stem>.+)_(?P<number>\d{2,4})(?P<suffix>\.[^.]+)\.xmp", re.IGNORECASE)
"""darktable, src/common/image.c, `dt_image_find_xmps`: two to four digits behind an underscore, before the extension."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A sidecar named like that of a duplicate."""

    sidecar: Path
    photo: Path
    """The photo that it would be a duplicate of."""
    rival: Path | None
    """A photo whose own sidecar it is by its whole name. Darktable takes it for a duplicate of `photo` all the same."""


def darktable_duplicates(listing: FolderListing) -> Iterator[Duplicate]:
    """Every such sidecar of the folder beside whose name a photo stands, in the order of names."""
    for sidecar in listing.sidecars():
        match = NUMBERED.fullmatch(sidecar.name)
        photos = listing.spelled(match["stem"] + match["suffix"]) if match else ()
        if photos:
            rivals = listing.spelled(sidecar.stem)
            yield Duplicate(sidecar, photos[0], rivals[0] if rivals else None)
