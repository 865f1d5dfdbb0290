"""A shoot as comparing its photos needs it: judged where it is not yet, then read from the catalogue all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.file_stamps import stamp_files
from assist_cli.workflows.find_photos import Found, absolute, find_photos, frames_asked_for
from assist_cli.workflows.judging_desk import MANY_PHOTOS, Judges, OpenJudge
from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.rating_weights import embedder_stamp
from assist_cli.workflows.scoring_run import ScoringRun
from assist_cli.workflows.stored_look import glance_from
from index.catalog.database import Catalog
from index.catalog.seen import SeenPhoto as CataloguedPhoto
from index.catalog.stored import StoredGlance
from index.photo.errors import UnreadablePhoto
from index.photo.record import Asset
from scoring.glance import GLANCE_VERSION
from scoring.groups.seen_photo import SeenPhoto
from scoring.ranking.profile import AUTO
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry

if TYPE_CHECKING:
    from scoring.glance import Glance

Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class ShootRequest:
    """Which photos, and how those are judged that are not yet."""

    paths: Sequence[Path]
    catalog: Path
    device: str = "auto"
    weights: str = DEFAULT_RATING_WEIGHTS
    profile: str = AUTO
    workers: int | None = None
    open_judge: OpenJudge | None = None


@dataclass(frozen=True)
class SeenShoot:
    """Photos in the order of their paths. `embeddings`: (N, D) float32 rows of L2 norm 1, zero where a photo has none."""

    photos: Sequence[SeenPhoto]
    embeddings: npt.NDArray[np.float32]
    unread: Sequence[UnreadablePhoto]
    scored: Mapping[Path, ScoredPhoto]
    """What was said of each, where it was asked for."""
    _glances: Mapping[int, StoredGlance]

    def glance_of(self, place: int) -> Glance | None:
        """The photo at that place at a glance."""
        stored = self._glances.get(place)
        return glance_from(stored) if stored is not None and stored.is_whole else None


def see_shoot(
    request: ShootRequest, catalog: Catalog, progress: Progress, report: Report, *, scores: bool = False
) -> SeenShoot:
    """The photos of `request`; with `scores` also what was said of each, which for ten thousand costs seconds.

    Raises as `score_photos`.
    """
    find_entry(request.weights)  # a name spelt wrong is told before anything is opened
    found = find_photos(request.paths)
    known = None if scores else _Known(catalog, absolute(request.paths))
    waiting = found if known is None else [item for item in found if not known.can_tell(item)]
    outcomes = list(_judged(request, catalog, waiting, progress, report)) if waiting else []
    if known is None:
        return shoot_of(outcomes, request.paths, catalog)
    if waiting:
        known = _Known(catalog, absolute(request.paths))
    unread = [outcome for outcome in outcomes if isinstance(outcome, UnreadablePhoto)]
    return known.shoot(_files(found) - {photo.path for photo in unread}, unread, {})


def shoot_of(outcomes: Sequence[PhotoOutcome], paths: Sequence[Path], catalog: Catalog) -> SeenShoot:
    """The photos at `paths` that a run has just scored, with what it said of each."""
    scored = {outcome.path: outcome for outcome in outcomes if isinstance(outcome, ScoredPhoto)}
    unread = [outcome for outcome in outcomes if isinstance(outcome, UnreadablePhoto)]
    return _Known(catalog, absolute(paths)).shoot(set(scored), unread, scored)


def _judged(
    request: ShootRequest, catalog: Catalog, waiting: Sequence[Found], progress: Progress, report: Report
) -> Iterator[PhotoOutcome]:
    progress.total = len(waiting)
    profile = profile_called(request.profile)
    apart = len(waiting) >= MANY_PHOTOS
    judges = Judges(request.device, request.weights, request.workers, profile, request.open_judge, apart)
    run = ScoringRun(catalog, judges, known=True)
    try:
        frames = frames_among(waiting, absolute(request.paths), run)
        yield from run.outcomes(frames, lambda outcomes: _told(progress, outcomes, report))
    finally:
        run.close()


def frames_among(found: Sequence[Found], asked: Sequence[Path], run: ScoringRun) -> Iterator[Found]:
    """What is to be judged of these finds; `asked`: the paths that a person named, absolute."""
    for item in found:
        if isinstance(item, UnreadablePhoto):
            yield item
        else:
            yield from frames_asked_for(run.frames(item), asked)


def _told(progress: Progress, outcomes: Sequence[PhotoOutcome], report: Report) -> None:
    for outcome in outcomes:
        progress.count(outcome)
    report(progress)


def _files(found: Sequence[Found]) -> set[Path]:
    return {file for item in found if isinstance(item, Asset) for file in item.files}


class _Known:
    """What the catalogue knows of the photos at some paths."""

    def __init__(self, catalog: Catalog, paths: Sequence[Path]) -> None:
        self._rows = catalog.seen_photos(paths)
        ids = [row.photo_id for row in self._rows]
        self._stamps = catalog.file_stamps(ids)
        placed, embeddings = catalog.embeddings(ids, embedder_stamp())
        self._embeddings = dict(zip(placed.tolist(), embeddings, strict=True))
        self._dimension = embeddings.shape[1]
        self._glances = catalog.glances(ids, GLANCE_VERSION)
        self._by_path = {row.path: row for row in self._rows}

    def can_tell(self, item: Found) -> bool:
        """Whether everything that comparing needs is here, and the files have not changed since."""
        row = self._by_path.get(item.path)
        if row is None or isinstance(item, UnreadablePhoto) or not self._is_complete(row):
            return False
        stamps = stamp_files(item)
        return bool(stamps) and self._stamps.get(row.photo_id) == stamps

    def shoot(
        self, files: set[Path], unread: Sequence[UnreadablePhoto], scored: Mapping[Path, ScoredPhoto]
    ) -> SeenShoot:
        """The photos whose judged file is among `files`."""
        rows = [row for row in self._rows if row.path in files]
        photos = [SeenPhoto(row.path, row.asset_id, row.size_px, row.exif) for row in rows]
        embeddings = np.zeros((len(rows), self._dimension), np.float32)
        for place, row in enumerate(rows):
            if row.photo_id in self._embeddings:
                embeddings[place] = self._embeddings[row.photo_id]
        glances = {
            place: self._glances[row.photo_id] for place, row in enumerate(rows) if row.photo_id in self._glances
        }
        return SeenShoot(photos, embeddings, unread, scored, glances)

    def _is_complete(self, row: CataloguedPhoto) -> bool:
        return row.photo_id in self._embeddings and row.photo_id in self._glances
