"""The few facts of a photo that a list of thousands tells, and what is counted over a run: small enough to be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from assist_cli.workflows.dust_watch import SensorSpots, spots_of
from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto
from assist_cli.workflows.weakest_reason import weakest_reason
from index.photo.record import Asset
from scoring.ranking.problems import problem_words
from scoring.ranking.propose_profile import genres_of


@dataclass(frozen=True, slots=True)
class PhotoInBrief:
    """One scored photo."""

    path: Path
    """The judged file, absolute."""
    companions: tuple[Path, ...]
    cached: bool
    """As `ScoredPhoto.cached`."""
    score: float
    """0..100."""
    quality_mean: float
    """1..10."""
    capture_time: datetime | None
    factors: Mapping[str, float | None]
    """Name -> value in [0, 1]; `None` where the assessor could not judge."""
    problems: tuple[str, ...]
    """A word each, in the order of the assessors."""
    reason: str
    """Why the lowest factor is low; empty when nothing is worth telling."""
    genres: tuple[str, ...]
    """Those that it looks like."""
    spots: SensorSpots | None
    """What may be dust."""


ToldPhoto = PhotoOutcome | PhotoInBrief
"""What a run says of one photo, in full or in brief."""


def in_brief(photo: ScoredPhoto) -> PhotoInBrief:
    """Of a photo that is known in full."""
    return PhotoInBrief(
        photo.path,
        photo.record.companions,
        photo.cached,
        photo.score.value,
        photo.quality.mean,
        photo.record.exif.capture_time,
        {name: None if said.abstained else said.value for name, said in photo.assessments.items()},
        problem_words(photo.assessments, photo.score.profile),
        weakest_reason(photo),
        genres_of(photo.record.exif, photo.assessments),
        spots_of(photo),
    )


def brief_json(brief: PhotoInBrief) -> list[Any]:
    """As it is kept: without its files, which are known, and may be called otherwise one day."""
    moment, spots = brief.capture_time, brief.spots
    return [
        brief.score,
        brief.quality_mean,
        moment.isoformat() if moment else None,
        brief.factors,
        brief.problems,
        brief.reason,
        brief.genres,
        [spots.camera, spots.shape, spots.places] if spots else None,
    ]


def brief_from(kept: Sequence[Any], asset: Asset) -> PhotoInBrief:
    """The brief of this photo, which has not changed since it was kept."""
    score, quality_mean, moment, factors, problems, reason, genres, spots = kept
    return PhotoInBrief(
        asset.path,
        asset.companions,
        True,
        score,
        quality_mean,
        datetime.fromisoformat(moment) if moment else None,
        factors,
        tuple(problems),
        reason,
        tuple(genres),
        SensorSpots(spots[0], spots[1], [(x, y) for x, y in spots[2]]) if spots else None,
    )
