"""One photo, from the catalogue if it is unchanged, else judged now."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from assist_cli.failures import BadRequestError
from assist_cli.settings import Settings
from assist_cli.workflows.photo_outcome import PhotoOutcome
from assist_cli.workflows.progress import Progress
from assist_cli.workflows.score_photos import ScoreRequest, score_photos


def show_photo(photo: Path, settings: Settings) -> PhotoOutcome:
    """What we know of `photo`; raises `BadRequestError` when it is a folder or does not exist."""
    if photo.is_dir():
        raise BadRequestError(f"{photo} is a folder", "name one photo, or use: assist score")
    request = ScoreRequest([photo], settings.catalog, settings.device, workers=1)
    with closing(score_photos(request, Progress(), lambda _progress: None)) as outcomes:
        return next(outcomes)
