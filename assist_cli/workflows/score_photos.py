"""Scores photos: what is unchanged comes from the catalogue, the rest is judged on threads and stored as it finishes.

Outcomes come in the order in which the photos are found, for any number of workers, each as soon as its turn comes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.find_photos import Found, absolute, find_photos, frames_asked_for
from assist_cli.workflows.judging_desk import MANY_PHOTOS, Judges, OpenJudge
from assist_cli.workflows.photo_outcome import PhotoOutcome
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.scoring_run import ScoringRun
from assist_cli.workflows.vanished_photos import note_vanished
from index.catalog.database import open_catalog
from index.photo.errors import UnreadablePhoto
from scoring.ranking.profile import AUTO
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    """What to score, and how."""

    paths: Sequence[Path]
    catalog: Path
    device: str = "auto"
    weights: str = DEFAULT_RATING_WEIGHTS
    """The name of the weights that rate."""
    profile: str = AUTO
    """The name of the profile that blends, or its file."""
    rescore: bool = False
    """Judge again what is known and unchanged."""
    workers: int | None = None
    """Processes, or threads; by default one a core, five at most."""
    limit: int | None = None
    """Look at no more than this many photos."""
    open_judge: OpenJudge | None = None


def score_photos(
    request: ScoreRequest, progress: Progress, report: Callable[[Progress], None]
) -> Generator[PhotoOutcome, None, None]:
    """Every photo's outcome, folder by folder, and one for each of its files that is unreadable; `progress` counts
    them, and `report` hears each time one more is known.

    Close it (`contextlib.closing`) when you stop early: however it ends, what was finished is then in the catalogue.
    Raises `AssistError` when there is nothing to score, `CatalogError`, `WeightsError`, `ProfileError`, `DeviceError`.
    """
    find_entry(request.weights)  # a name spelt wrong is told before anything is opened
    profile = profile_called(request.profile)
    found = find_photos(request.paths, request.limit)
    with open_catalog(request.catalog) as catalog:
        progress.total = len(found)
        apart = len(found) >= MANY_PHOTOS
        judges = Judges(request.device, request.weights, request.workers, profile, request.open_judge, apart)
        run = ScoringRun(catalog, judges, known=not request.rescore)
        try:
            frames = _frames(found, absolute(request.paths), run, progress)
            yield from run.outcomes(frames, lambda outcomes: _told(progress, outcomes, report))
        finally:
            run.close()
        # After the last photo: until then a name that is gone may turn out to be another photo's earlier one.
        progress.vanished = note_vanished(catalog, absolute(request.paths), found, datetime.now(UTC))


def _frames(found: Sequence[Found], asked: Sequence[Path], run: ScoringRun, progress: Progress) -> Iterator[Found]:
    for item in found:
        if isinstance(item, UnreadablePhoto):
            yield item
        else:
            frames = frames_asked_for(run.frames(item), asked)
            progress.total += len(frames) - 1
            yield from frames


def _told(progress: Progress, outcomes: Sequence[PhotoOutcome], report: Callable[[Progress], None]) -> None:
    progress.total += len(outcomes) - 1
    for outcome in outcomes:
        progress.count(outcome)
    report(progress)
