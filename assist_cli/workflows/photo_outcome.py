"""What a run says of one photo: scored, known from before, or unreadable."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.catalog.stored import FileStamp
from index.photo.errors import UnreadablePhoto
from index.photo.record import PhotoRecord
from scoring.assessment import Assessment
from scoring.ranking.blend import Score
from scoring.rating_distribution import Quality


@dataclass(frozen=True, slots=True)
class ScoredPhoto:
    """One photo's record, the opinions about it, and the number they blend to."""

    record: PhotoRecord
    quality: Quality
    assessments: Mapping[str, Assessment]
    score: Score
    cached: bool
    """Whether everything comes from the catalogue, because the files are unchanged."""
    stamps: tuple[FileStamp, ...] = field(default=(), compare=False, repr=False)
    """How its files looked when this was said of them; nothing where nobody looked."""

    @property
    def path(self) -> Path:
        """The judged file, absolute."""
        return self.record.path


PhotoOutcome = ScoredPhoto | UnreadablePhoto


def with_unread_files(outcome: PhotoOutcome) -> tuple[PhotoOutcome, ...]:
    """The outcome, then each other file of the photo that could not be read, as a failure of its own."""
    if isinstance(outcome, ScoredPhoto):
        return outcome, *outcome.record.unread
    return dataclasses.replace(outcome, partners=()), *outcome.partners
