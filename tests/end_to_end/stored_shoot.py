"""Photos as the catalogue keeps them after `score` and `pick`, stored directly: what they look like takes no part here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.rating_weights import weights_stamp
from index.catalog.database import open_catalog
from index.catalog.decisions import StoredDecision
from index.catalog.people_marks import PersonsMarks
from index.catalog.stored import StoredPhoto, StoredRating
from index.photo.marks import Marks
from index.photo.record import Asset, ExifFacts, PhotoRecord

DECIDED = datetime(2026, 5, 4, tzinfo=UTC)
PEAKS = {1: 1, 2: 3, 3: 5, 4: 7, 5: 9}
"""Stars -> the mark out of ten, counted from 0, that everybody gives a photo of that many stars."""


@dataclass(frozen=True)
class StoredShot:
    """One photo: what we advise, and what a person said of it in the catalogue."""

    path: Path
    stars: int = 4
    decision: str | None = "keeper"
    people: Marks | None = None
    companions: tuple[Path, ...] = ()
    orientation: int = 1
    size_px: tuple[int, int] = (600, 400)


def store_shots(catalog: Path, shots: Sequence[StoredShot]) -> None:
    """Keeps them as if they had been scored and decided on as they lie there now."""
    with open_catalog(catalog) as opened:
        opened.store([_stored(shot) for shot in shots])
        ids = {seen.path: seen.photo_id for seen in opened.seen_photos()}
        opened.decisions.store((ids[shot.path], _decision(shot.decision)) for shot in shots if shot.decision)
        opened.people.store(_people(shots))


def _stored(shot: StoredShot) -> StoredPhoto:
    exif = ExifFacts(orientation=shot.orientation)
    record = PhotoRecord(shot.path, _asset_id(shot), shot.size_px, exif, companions=shot.companions)
    rating_dist = tuple(float(mark == PEAKS[shot.stars]) for mark in range(10))
    stamps = stamp_files(Asset(shot.path, shot.companions))
    return StoredPhoto(record, stamps, (StoredRating(weights_stamp(), rating_dist),))


def _decision(decision: str) -> StoredDecision:
    return StoredDecision(decision, None, None, ("as it was told",), DECIDED)


def _people(shots: Iterable[StoredShot]) -> Iterable[PersonsMarks]:
    return (PersonsMarks(shot.path, _asset_id(shot), shot.people, "cull", DECIDED) for shot in shots if shot.people)


def _asset_id(shot: StoredShot) -> str:
    """Another one for every file."""
    return hashlib.md5(bytes(shot.path), usedforsecurity=False).hexdigest()
