"""Looks on while photos are scored, to propose a profile for the whole shoot."""

from __future__ import annotations

from assist_cli.workflows.photo_in_brief import PhotoInBrief, ToldPhoto
from index.photo.errors import UnreadablePhoto
from scoring.ranking.profile import AUTO
from scoring.ranking.propose_profile import Proposal, ShootGenres, genres_of


class GenresOfRun:
    """Counts genres where a person left the choice of a profile to us."""

    def __init__(self, *, asked: bool) -> None:
        self._genres = ShootGenres() if asked else None

    def note(self, outcome: ToldPhoto) -> None:
        """Take in one outcome."""
        if self._genres is None or isinstance(outcome, UnreadablePhoto):
            return
        if isinstance(outcome, PhotoInBrief):
            self._genres.note(outcome.genres)
        else:
            self._genres.note(genres_of(outcome.record.exif, outcome.assessments))

    @property
    def undecided(self) -> bool:
        """Whether a choice was left to us and no genre is plain."""
        return self._genres is not None and self._genres.photos > 0 and self.proposal() is None

    def proposal(self) -> Proposal | None:
        """The profile for this shoot, where one is plain."""
        return self._genres.proposal() if self._genres is not None else None


def genres_for(profile_name: str) -> GenresOfRun:
    """For a run blended by the profile of this name."""
    return GenresOfRun(asked=profile_name == AUTO)
