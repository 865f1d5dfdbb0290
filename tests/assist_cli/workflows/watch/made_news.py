"""What a watch tells its listeners, made up."""

from pathlib import Path
from types import SimpleNamespace

from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.watch.watch_request import ArrivedPhoto, Revision
from index.photo.errors import FailureKind, UnreadablePhoto
from index.photo.record import PhotoRecord
from scoring.assessment import Assessment
from scoring.ranking.blend import Score
from scoring.ranking.picks.choice import Decision
from scoring.rating_distribution import Quality

KEEPER, ALTERNATE, REJECT = Decision
FLAT = Quality("w", (0.1,) * 10)
WEAKEST = "soft at 100 %"


def arrived(path, latency_s=0.12, score=71.3, *, cached=False):
    said = {"focus": Assessment(0.4, 0.9, "soft", (WEAKEST,))}
    photo = ScoredPhoto(PhotoRecord(Path(path), "id", (64, 48)), FLAT, said, Score(score, None, "focus"), cached)
    return ArrivedPhoto(photo, latency_s)


def revision(path, now=KEEPER, before=None, reasons=("sharpest of 3", "eyes open")):
    return Revision(Path(path), before, now, 71.3, tuple(reasons))


def unreadable(path, kind=FailureKind.TRUNCATED, message="it ends before its last pixel"):
    return UnreadablePhoto(Path(path), kind, message)


def written(run="2026-11-22-1", sidecars=1):
    return SimpleNamespace(photos=[], failed={}, run=SimpleNamespace(name=run), written=sidecars)
