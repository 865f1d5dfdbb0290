"""What the catalogue knows of the photos under some paths; no photo is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from assist_cli.failures import AssistError
from assist_cli.workflows.find_photos import absolute
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.stored_outcome import from_store
from index.catalog.database import open_catalog
from scoring.ranking.profile import load_profile


@contextmanager
def known_photos(paths: Sequence[Path], catalog_path: Path) -> Iterator[Iterator[ScoredPhoto]]:
    """The known photos, ordered by path, while the catalogue is open; raises `AssistError` when there is none."""
    wanted = absolute(paths)
    profile = load_profile()
    with open_catalog(catalog_path) as catalog:
        told = (from_store(stored, profile) for stored in catalog.photos_under(wanted))
        photos = (photo for photo in told if photo is not None)
        first = next(photos, None)
        if first is None:
            places = ", ".join(map(str, paths))
            raise AssistError(f"no scored photos under {places}", "score them first: assist score PATH")
        yield chain([first], photos)
