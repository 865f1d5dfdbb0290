"""Briefs of photos that have not changed, from the catalogue: a hundred thousand are told without their opinions being read."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from xxhash import xxh3_128_hexdigest

import scoring
from assist_cli.workflows.find_photos import Found
from assist_cli.workflows.photo_in_brief import PhotoInBrief, brief_from, brief_json, in_brief
from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.rating_weights import embedder_stamp, weights_stamp
from assist_cli.workflows.stored_outcome import assessor_versions
from index.catalog.briefs import Look
from index.catalog.database import Catalog
from index.catalog.errors import CatalogError
from index.catalog.paths import to_bytes
from index.photo.record import Asset
from scoring.glance import GLANCE_VERSION
from scoring.ranking.profile import Profile
from weights.bundles import FACES
from weights.registry import can_be_used

log = logging.getLogger(__name__)

AT_ONCE = 1000
"""Photos asked for, and kept, in one go; a choice: one statement is then nothing beside them."""
OWN_SOURCES = (
    *("photo_in_brief.py", "dust_watch.py", "stored_outcome.py", "weakest_reason.py"),
    *("stored_look.py", "rating_weights.py", "photo_outcome.py"),
)


class KnownBriefs:
    """Answers for photos that have not changed since this program made their briefs, and keeps those that it makes anew."""

    def __init__(self, catalog: Catalog, profile: Profile, weights: str) -> None:
        self._briefs = catalog.briefs
        self._made_by = made_by(profile, weights)
        self._new: list[tuple[Look, str, object]] = []

    def answered(self, found: Sequence[Found]) -> Iterator[Found | PhotoInBrief]:
        """The same, in the same order, with a brief in place of each photo that has one."""
        for start in range(0, len(found), AT_ONCE):
            part = found[start : start + AT_ONCE]
            known = self._briefs.of((to_bytes(item.path) for item in part), self._made_by)
            for item in part:
                kept = known.get(_look(item)) if known and isinstance(item, Asset) else None
                yield item if kept is None else brief_from(kept, item)  # type: ignore[arg-type]

    def brief_of(self, photo: ScoredPhoto) -> PhotoInBrief:
        """Made anew, and kept, unless one of its files was unreadable: that is told each time."""
        brief = in_brief(photo)
        if not photo.record.unread:
            self._new.append((_look_told(photo), photo.record.asset_id, brief_json(brief)))
            if len(self._new) >= AT_ONCE:
                self.store()
        return brief

    def store(self) -> None:
        """Writes what is new; where that cannot be done it is made again next time."""
        new, self._new = self._new, []
        try:
            self._briefs.store(self._made_by, new)
        except CatalogError as error:
            log.info("briefs are not kept: %s", error)


def made_by(profile: Profile, weights: str) -> str:
    """Stands for all that a brief depends on beside its photo: this program's sources, its weights, the profile."""
    stamps = (
        weights_stamp(weights),
        embedder_stamp(),
        GLANCE_VERSION,
        can_be_used(FACES.name),
        dict(assessor_versions()),
    )
    return xxh3_128_hexdigest(f"{_digest_of_sources()} {stamps} {profile}".encode())


def _digest_of_sources() -> str:
    """Of the files that say how a photo is told: a rule changes without a new version of any assessor."""
    folder = Path(scoring.__file__).parent
    sources = [file for pattern in ("*.py", "assessors/*.py", "ranking/**/*.*") for file in folder.glob(pattern)]
    sources += [Path(__file__).with_name(name) for name in OWN_SOURCES]
    readable = (file for file in sorted(sources) if file.suffix in (".py", ".toml"))
    return xxh3_128_hexdigest(b"".join(file.read_bytes() for file in readable))


def _look_told(photo: ScoredPhoto) -> Look:
    """How its files looked when they were judged: by the time it is kept somebody may have changed them."""
    return tuple((to_bytes(stamp.path), stamp.size_bytes, stamp.mtime_ns) for stamp in photo.stamps)


def _look(asset: Asset) -> Look:
    """How its files look now; nothing where one cannot even be looked at."""
    try:
        return tuple(
            (name, (info := os.stat(name)).st_size, info.st_mtime_ns)  # noqa: PTH116 - twice as fast
            for name in map(to_bytes, asset.files)
        )
    except OSError:
        return ()
