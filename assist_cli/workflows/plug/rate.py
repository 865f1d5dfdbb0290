"""`rate`: stars for each photo, and why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.plug.plug_desk import Answered, Asked, PlugDesk, files_of
from assist_cli.workflows.plug.trouble import unread
from assist_cli.workflows.plug.why import why_in_short
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos
from index.photo.errors import UnreadablePhoto
from plugins.hearing import PlugProgress
from plugins.protocol import PlugResult
from scoring.ranking.stars import star_count


def rate(asked: Asked, desk: PlugDesk) -> Iterator[Answered]:
    """Every photo that was asked for, and every file of one that is unreadable. Raises as `score_photos`, and `Cancelled`."""
    for outcome in scored(asked, desk):
        yield unread(outcome) if isinstance(outcome, UnreadablePhoto) else rated(outcome, asked, why_in_short(outcome))


def scored(asked: Asked, desk: PlugDesk) -> Iterator[ScoredPhoto | UnreadablePhoto]:
    """The outcomes, from the catalogue where they are known."""
    options = asked.options
    request = ScoreRequest(
        asked.paths,
        desk.catalog,
        desk.device,
        profile=options.profile,
        rescore=options.rescore,
        open_judge=desk.open_judge,
    )
    with closing(score_photos(request, Progress(), lambda progress: tell(asked, progress))) as outcomes:
        yield from outcomes


def tell(asked: Asked, progress: Progress) -> None:
    """How far the scoring is."""
    asked.hear(PlugProgress(progress.done, progress.total, f"{progress.done} of {progress.total} looked at"))


def rated(photo: ScoredPhoto, asked: Asked, why: str) -> Answered:
    """The photo with its stars."""
    record = photo.record
    result = PlugResult(
        asked.name_of(record),
        rating=star_count(photo.score.value),
        score=round(photo.score.value, 1),
        orientation=record.exif.orientation,
        size_px=record.size_px,
        why=why,
    )
    return Answered(files_of(record), result, record)
