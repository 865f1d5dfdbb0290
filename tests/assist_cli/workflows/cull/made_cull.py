"""Photos of a cull that need no files, and what may be said of them."""

from __future__ import annotations

from pathlib import Path

from assist_cli.workflows.cull.cull_photo import PhotoAdvice
from assist_cli.workflows.cull.session import CullSession
from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.catalog.database import Catalog
from index.photo.marks import Marks
from index.photo.record import PhotoRecord
from scoring.assessment import Assessment
from scoring.groups.group import GroupKind
from scoring.ranking.blend import Score
from scoring.ranking.picks.choice import Decision
from scoring.rating_distribution import Quality

FOLDER = Path("/shoot")
QUALITY = Quality("some.weights", (0.1,) * 10)


def path_of(number: int) -> Path:
    return FOLDER / f"IMG_{number:04d}.JPG"


def scored(number: int, score: float = 50.0, **factors: float) -> ScoredPhoto:
    said = {name: Assessment(value, 0.9, "", ()) for name, value in factors.items()}
    record = PhotoRecord(path_of(number), f"picture-{number}", (6000, 4000))
    return ScoredPhoto(record, QUALITY, said, Score(score, None, None), cached=False)


def advice(decision: Decision = Decision.KEEPER, group: str | None = None) -> PhotoAdvice:
    kind = None if group is None else GroupKind.BURST
    return PhotoAdvice(decision, kind, 1, ("a reason",), group_id=group)


def shown(session: CullSession) -> list[int]:
    """What it shows, by number."""
    return [int(photo.path.stem.removeprefix("IMG_")) for photo in session.visible]


def in_catalogue(kept: Catalog) -> dict[Path, Marks]:
    """What people said of its photos."""
    return {path: one.marks for path, one in kept.people.under([FOLDER]).items()}


class Clock:
    """Stands still until somebody sets it on."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s
