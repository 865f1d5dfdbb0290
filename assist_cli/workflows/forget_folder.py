"""Which known photos lay below a folder that is gone for good."""

from __future__ import annotations

from pathlib import Path

from assist_cli.failures import BadRequestError
from assist_cli.workflows.file_stamps import is_absent
from assist_cli.workflows.find_photos import absolute
from index.catalog.database import Catalog


def photos_below_gone(catalog: Catalog, folder: Path) -> tuple[Path, ...]:
    """All photos that are known below `folder`, marked as missing or not, ordered by path.

    Raises `BadRequestError` where one of them is there, or where nobody may look: a folder is gone as a whole or not at all.
    """
    (place,) = absolute([folder])
    known = catalog.seen_photos([place], missing=True)
    if not known:
        raise BadRequestError(f"no photo below {place} is known", "assist catalogue stats lists folders")
    there = sum(not all(map(is_absent, (photo.path, *photo.companions))) for photo in known)
    if there:
        raise BadRequestError(
            f"{place} is not gone: {there} of the {len(known)} photos known below it may still be there",
            "assist catalogue prune, without --gone, forgets what was deleted from a folder that is there",
        )
    return tuple(photo.path for photo in known)
