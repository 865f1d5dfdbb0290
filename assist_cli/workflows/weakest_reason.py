"""The one sentence that says most of a photo."""

from __future__ import annotations

from assist_cli.workflows.photo_outcome import ScoredPhoto


def weakest_reason(photo: ScoredPhoto) -> str:
    """The first reason of the lowest factor, if there is one worth telling."""
    if photo.score.weakest is None:
        return ""
    reasons = photo.assessments[photo.score.weakest].reasons
    return reasons[0] if reasons else ""
