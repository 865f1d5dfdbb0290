"""What the catalogue may forget: photos that have been missing for long, and results that nobody asks for any more.

First a plan, for a person to agree to; then it is done. No photo's file is ever touched.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import compress
from pathlib import Path

from assist_cli.workflows.catalogue_statistics import size_on_disk_bytes
from assist_cli.workflows.file_stamps import is_absent, is_deleted, missing_folder
from assist_cli.workflows.forget_folder import photos_below_gone
from assist_cli.workflows.rating_weights import embedder_stamp, weights_stamp
from assist_cli.workflows.stored_outcome import assessor_versions
from index.catalog.database import Catalog, open_catalog, open_catalog_to_read
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
    gone: Path | None = None
    """Instead of what has been missing for long: all that was below this folder, which is gone for good."""


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


def note_deleted(path: Path, now: datetime) -> int:
    """Marks known photos that are deleted for sure as missing since `now`, as looking through their folders would; how many.

    Raises `CatalogError`.
    """
    with open_catalog(path) as catalog:
        return catalog.upkeep.mark_missing(_not_there(catalog)[0], now)


def plan_prune(request: PruneRequest, now: datetime) -> PrunePlan:
    """What `prune` would forget; nothing is changed. Raises `CatalogError`, and `BadRequestError` as `photos_below_gone`."""
    with open_catalog_to_read(request.catalog) as catalog:
        unused = catalog.upkeep.count_unused(results_in_use()) if request.old_results else 0
        if request.gone is not None:
            return PrunePlan(request, photos_below_gone(catalog, request.gone), unused)
        deleted, unreachable = _not_there(catalog)
        missing = catalog.upkeep.missing_photos() + [(path, now) for path in deleted]
    old = [path for path, since in missing if now - since >= request.older_than]
    back = {path for path in old if os.path.lexists(path)}
    gone = tuple(sorted(path for path in old if path not in back and is_deleted(path)))
    unreachable += [path for path in old if path not in back.union(gone)]
    absent = Counter(map(missing_folder, unreachable))
    return PrunePlan(request, gone, unused, len(missing) - len(old), len(back), dict(absent))


def prune(plan: PrunePlan, now: datetime) -> PruneReport:
    """Does what was planned, all or nothing, and gives the room back to the disk. Raises `CatalogError`."""
    path = plan.request.catalog
    before_bytes = size_on_disk_bytes(path)
    is_still_gone = is_deleted if plan.request.gone is None else is_absent
    with open_catalog(path) as catalog:
        # Looked at once more: a person took their time to agree, and a disk may have been plugged in or out.
        gone = [photo for photo in plan.photos if is_still_gone(photo)]
        catalog.upkeep.mark_missing(gone, now)
        pruned = catalog.upkeep.prune(gone, results_in_use() if plan.request.old_results else None)
        catalog.upkeep.compact()
    return PruneReport(pruned, max(0, before_bytes - size_on_disk_bytes(path)))


def _not_there(catalog: Catalog) -> tuple[list[Path], list[Path]]:
    """Of the photos that are not marked as missing, those that are deleted for sure, and those whose folder may come back."""
    not_there = [path for path in catalog.upkeep.present_photos() if is_absent(path)]
    is_sure = [is_deleted(path) for path in not_there]
    return list(compress(not_there, is_sure)), [path for path, sure in zip(not_there, is_sure, strict=True) if not sure]


def results_in_use() -> ResultsInUse:
    """What this program, with the weights that are here, would ask the catalogue for."""
    ratings = frozenset(map(weights_stamp, entries()))
    return ResultsInUse(ratings, frozenset({embedder_stamp()}), assessor_versions(), GLANCE_VERSION)
