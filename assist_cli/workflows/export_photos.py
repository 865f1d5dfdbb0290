"""What the catalogue knows of the photos under some paths; no photo is opened."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from assist_cli.failures import AssistError
from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.file_stamps import has_changed, is_gone
from assist_cli.workflows.find_photos import absolute, missing_among, nowhere
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.rating_weights import rating_told, weights_stamp
from assist_cli.workflows.stored_outcome import from_store
from index.catalog.database import Catalog, open_catalog_to_read
from index.catalog.stored import StoredPhoto
from scoring.ranking.profile import AUTO, Profile


@dataclass
class KnownUnder:
    """The known photos, ordered by path, to be gone through once; the counts are of those left out on the way."""

    photos: Iterator[ScoredPhoto]
    gone: int = 0
    """Photos whose file was deleted or renamed since."""
    changed: int = 0
    """Photos whose file was changed or replaced since: what is known is of another picture."""
    unrated: int = 0
    """Photos that the chosen weights have not rated."""


@contextmanager
def known_photos(
    paths: Sequence[Path], catalog_path: Path, weights: str | None = None, profile_name: str = AUTO
) -> Iterator[KnownUnder]:
    """The known photos while the catalogue is open, as the weights called `weights` rated them; without a name, as the
    default ones did, else as the last ones did.

    Raises `AssistError` when there is none, `BadRequestError` for paths that are not there, `WeightsError`,
    `ProfileError`, `CatalogError`.
    """
    profile = profile_called(profile_name)
    stamp = weights_stamp(weights) if weights else None
    if missing := missing_among(paths):
        raise nowhere(missing)
    wanted = absolute(paths)
    with open_catalog_to_read(catalog_path) as catalog:
        known = KnownUnder(iter(()))
        photos = _photos(catalog, wanted, stamp, known, profile)
        first = next(photos, None)
        if first is None:
            raise _none(paths, weights, known)
        known.photos = chain([first], photos)
        yield known


def _photos(
    catalog: Catalog, wanted: Sequence[Path], stamp: str | None, known: KnownUnder, profile: Profile
) -> Iterator[ScoredPhoto]:
    default = weights_stamp()
    for stored in catalog.photos_under(wanted):
        rating = rating_told(stored, stamp, default)
        if _is_gone(stored):
            known.gone += 1
        elif has_changed(stored.stamps):
            known.changed += 1
        elif rating is None:
            known.unrated += 1
        else:
            yield from_store(stored, rating, profile)


def _is_gone(stored: StoredPhoto) -> bool:
    """Whether its file is gone now; one that was marked as missing counts as gone unless it has come back."""
    path = stored.record.path
    return is_gone(path) or (stored.missing_since is not None and not os.path.lexists(path))


def _none(paths: Sequence[Path], weights: str | None, known: KnownUnder) -> AssistError:
    places = ", ".join(map(str, paths))
    gone = f"; of {known.gone} known ones the files are gone" if known.gone else ""
    changed = f"; {known.changed} known ones have changed since" if known.changed else ""
    unrated = f"; {known.unrated} known ones were not scored with {weights}" if weights and known.unrated else ""
    command = f"assist score PATH --weights {weights}" if weights else "assist score PATH"
    return AssistError(f"no scored photos under {places}{gone}{changed}{unrated}", f"score them first: {command}")
