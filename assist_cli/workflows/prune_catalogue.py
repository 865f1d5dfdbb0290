"""What the catalogue may forget: photos that have been missing for long, and results that nobody asks for any more.

First a plan, for a person to agree to; then it is done. No photo's file is ever touched.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from assist_cli.workflows.catalogue_statistics import size_on_disk_bytes
from assist_cli.workflows.file_stamps import is_deleted
from assist_cli.workflows.rating_weights import embedder_stamp, weights_stamp
from assist_cli.workflows.stored_outcome import assessor_versions
from index.catalog.database import open_catalog, open_catalog_to_read
from index.catalog.unused_results import Pruned, ResultsInUse
from scoring.glance import GLANCE_VERSION
from weights.registry import entries


@dataclass(frozen=True, slots=True)
class PruneRequest:
    """What may go."""

    catalog: Path
    older_than: timedelta
    """Photos that have been missing for longer than this."""
    old_results: bool = False
    """Also what weights said that are not here any more, and earlier versions of this program."""


@dataclass(frozen=True, slots=True)
class PrunePlan:
    """What would go, and what would stay though it is marked as missing."""

    request: PruneRequest
    photos: tuple[Path, ...] = ()
    results: int = 0
    too_recent: int = 0
    back: int = 0
    """Their files are there again."""
    absent: Mapping[Path, int] | None = None
    """Folder that is absent or empty, as where a disk is not plugged in -> how many of its photos stay."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to forget."""
        return not (self.photos or self.results)


@dataclass(frozen=True, slots=True)
class PruneReport:
    """What was forgotten."""

    pruned: Pruned
    freed_bytes: int


def plan_prune(request: PruneRequest, now: datetime) -> PrunePlan:
    """What `prune` would forget; nothing is changed. Raises `CatalogError`."""
    with open_catalog_to_read(request.catalog) as catalog:
        missing = catalog.upkeep.missing_photos()
        unused = catalog.upkeep.count_unused(results_in_use()) if request.old_results else 0
    old = [path for path, since in missing if now - since > request.older_than]
    back = {path for path in old if os.path.lexists(path)}
    gone = tuple(path for path in old if path not in back and is_deleted(path))
    absent = Counter(path.parent for path in old if path not in back.union(gone))
    return PrunePlan(request, gone, unused, len(missing) - len(old), len(back), dict(absent))


def prune(plan: PrunePlan) -> PruneReport:
    """Does what was planned, all or nothing, and gives the room back to the disk. Raises `CatalogError`."""
    path = plan.request.catalog
    before_bytes = size_on_disk_bytes(path)
    with open_catalog(path) as catalog:
        # Looked at once more: a person took their time to agree, and a disk may have been plugged in or out.
        gone = [photo for photo in plan.photos if is_deleted(photo)]
        pruned = catalog.upkeep.prune(gone, results_in_use() if plan.request.old_results else None)
        catalog.upkeep.compact()
    return PruneReport(pruned, max(0, before_bytes - size_on_disk_bytes(path)))


def results_in_use() -> ResultsInUse:
    """What this program, with the weights that are here, would ask the catalogue for."""
    ratings = frozenset(map(weights_stamp, entries()))
    return ResultsInUse(ratings, frozenset({embedder_stamp()}), assessor_versions(), GLANCE_VERSION)
