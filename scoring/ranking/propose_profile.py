"""Which profile the photos of a shoot call for, from EXIF and content: a proposal, with its reason, never more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from index.photo.record import ExifFacts
from scoring.assessment import Assessment
from scoring.ranking.genre_signs import GENRE_SIGNS

FEWEST_PHOTOS = 8
"""Fewer photos are no shoot to draw a conclusion from."""
LEAST_SHARE = 0.6
"""Most of the shoot, not its half: a mixed shoot is served best by the default profile."""
LEAD = 2.0
"""Twice the next genre's photos: else two readings are open, and none is proposed."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """`photos` of `of` look like the genre of `profile`, for `why` (what they have in common, in words)."""

    profile: str
    photos: int
    of: int
    why: str


def genres_of(exif: ExifFacts, assessments: Mapping[str, Assessment]) -> tuple[str, ...]:
    """The genres that one photo looks like: several, or none."""
    return tuple(genre for genre, (looks_like, _) in GENRE_SIGNS.items() if looks_like(exif, assessments))


@dataclass
class ShootGenres:
    """Counts the genres of the photos of a shoot, one after the other."""

    photos: int = 0
    counts: Counter[str] = field(default_factory=Counter)

    def note(self, genres: Sequence[str]) -> None:
        """Take in one photo by the genres that it looks like."""
        self.photos += 1
        self.counts.update(genres)

    def proposal(self) -> Proposal | None:
        """The genre that most photos look like, if there are enough, and far more than of any other."""
        if self.photos < FEWEST_PHOTOS or not self.counts:
            return None
        (genre, count), *others = self.counts.most_common(2)
        rival = others[0][1] if others else 0
        if count < LEAST_SHARE * self.photos or count < LEAD * rival:
            return None
        return Proposal(genre, count, self.photos, GENRE_SIGNS[genre][1])
