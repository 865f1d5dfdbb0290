"""Scores photos: what is unchanged comes from the catalogue, the rest is judged on threads and stored as it finishes.

Outcomes come in the order in which the photos are found, for any number of workers, each as soon as its turn comes.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from assist_cli.workflows.blend_profile import profile_called
from assist_cli.workflows.find_photos import Found, absolute, find_photos, frames_asked_for
from assist_cli.workflows.judging_desk import MANY_PHOTOS, Judges, OpenJudge
from assist_cli.workflows.known_briefs import KnownBriefs
from assist_cli.workflows.photo_in_brief import PhotoInBrief, ToldPhoto
from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.scoring_run import ScoringRun
from assist_cli.workflows.vanished_photos import note_vanished
from index.catalog.database import Catalog, open_catalog
from index.photo.errors import UnreadablePhoto
from index.photo.record import Asset
from scoring.ranking.profile import AUTO, Profile
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry

AT_ONCE = 250
"""Photos that are read from the catalogue in one go, some tens of kilobytes each; more are no faster."""
InBrief = TypeVar("InBrief", bound=PhotoInBrief)


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
    """Processes, or threads; by default one a core, five at most, sixteen with a GPU."""
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
    with _opened(request, progress) as opened:
        found = opened.frames(opened.found, progress)
        yield from opened.run.outcomes(found, lambda outcomes: _told(progress, outcomes, report))


def score_in_brief(
    request: ScoreRequest, progress: Progress, report: Callable[[Progress], None]
) -> Generator[PhotoInBrief | UnreadablePhoto, None, None]:
    """As `score_photos`, with the few facts that a list tells: of what is known and unchanged nothing else is read."""
    with _opened(request, progress) as opened:
        briefs = KnownBriefs(opened.catalog, opened.profile, request.weights)
        found = opened.found if request.rescore else briefs.answered(opened.found)
        frames = opened.frames(found, progress)
        try:
            for told in opened.run.outcomes(frames, lambda outcomes: _told(progress, outcomes, report)):
                yield briefs.brief_of(told) if isinstance(told, ScoredPhoto) else told
        finally:
            briefs.store()


@dataclass(frozen=True, slots=True)
class _Opened:
    """What one run works with."""

    catalog: Catalog
    run: ScoringRun
    profile: Profile
    found: Sequence[Found]
    asked: Sequence[Path]
    """The paths that a person named, absolute."""

    def frames(self, found: Iterable[Found | InBrief], progress: Progress) -> Iterator[Found | InBrief]:
        """What is to be told of these finds: more than one photo where a RAW and a JPEG only share their name."""
        rest = iter(found)
        while part := list(islice(rest, AT_ONCE)):
            self.run.expect([item for item in part if isinstance(item, Asset)])
            for item in part:
                if not isinstance(item, Asset):
                    yield item
                    continue
                frames = frames_asked_for(self.run.frames(item), self.asked)
                progress.total += len(frames) - 1
                yield from frames


@contextmanager
def _opened(request: ScoreRequest, progress: Progress) -> Iterator[_Opened]:
    find_entry(request.weights)  # a name spelt wrong is told before anything is opened
    profile = profile_called(request.profile)
    found, asked = find_photos(request.paths, request.limit), absolute(request.paths)
    with open_catalog(request.catalog) as catalog:
        progress.total = len(found)
        apart = len(found) >= MANY_PHOTOS
        judges = Judges(request.device, request.weights, request.workers, profile, request.open_judge, apart)
        run = ScoringRun(catalog, judges, known=not request.rescore)
        try:
            yield _Opened(catalog, run, profile, found, asked)
        finally:
            run.close()
        # After the last photo: until then a name that is gone may turn out to be another photo's earlier one.
        progress.vanished = note_vanished(catalog, asked, found, datetime.now(UTC))


def _told(progress: Progress, outcomes: Sequence[ToldPhoto], report: Callable[[Progress], None]) -> None:
    progress.total += len(outcomes) - 1
    for outcome in outcomes:
        progress.count(outcome)
    report(progress)
