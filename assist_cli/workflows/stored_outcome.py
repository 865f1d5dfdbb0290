"""Between what was judged, what the catalogue keeps of it, and what a run says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from assist_cli.workflows.photo_outcome import ScoredPhoto
from index.catalog.stored import FileStamp, StoredAssessment, StoredPhoto, StoredRating
from scoring.assessment import Assessment
from scoring.ranking.blend import blend
from scoring.ranking.profile import Profile
from scoring.rating_distribution import Quality
from scoring.registry import ASSESSORS
from weights.registry import DEFAULT_RATING_WEIGHTS, find_entry

if TYPE_CHECKING:
    from scoring.judge import Judgement

DIGEST_LETTERS = 12
"""Enough of a sha256 to tell every file of one name apart."""


def weights_stamp() -> str:
    """The rating weights that this program uses, as `<arch>.<tag>@<digest>`: retrained ones of the same name differ."""
    entry = find_entry(DEFAULT_RATING_WEIGHTS)
    return f"{entry.name}@{entry.files['onnx'].sha256[:DIGEST_LETTERS]}"


def to_store(judged: Judgement, stamps: Sequence[FileStamp], weights: str) -> StoredPhoto:
    """What the catalogue keeps: the raw opinions with their versions, never the blended number."""
    versions = assessor_versions()
    return StoredPhoto(
        judged.record,
        tuple(stamps),
        StoredRating(weights, judged.quality.rating_dist),
        tuple(_stored(name, versions[name], assessment) for name, assessment in judged.assessments.items()),
    )


def from_judgement(judged: Judgement, profile: Profile) -> ScoredPhoto:
    """The photo as told right after it was judged."""
    score = blend(judged.quality, judged.assessments, profile)
    return ScoredPhoto(judged.record, judged.quality, judged.assessments, score, cached=False)


def from_store(stored: StoredPhoto, profile: Profile) -> ScoredPhoto | None:
    """The photo as told from the catalogue; `None` when it was kept without a rating."""
    if stored.rating is None:
        return None
    weights_name = stored.rating.weights.partition("@")[0]
    quality = Quality(weights_name, stored.rating.rating_dist)
    assessments = {kept.assessor: _assessment(kept) for kept in stored.assessments}
    score = blend(quality, assessments, profile)
    return ScoredPhoto(stored.record, quality, assessments, score, cached=True)


def assessor_versions() -> Mapping[str, int]:
    """Name -> version of every assessor of this program."""
    return {assessor.name: assessor.version for assessor in ASSESSORS}


def is_current(stored: StoredPhoto, weights: str) -> bool:
    """Whether this program, with these weights, would say the same of the same picture."""
    versions = {kept.assessor: kept.version for kept in stored.assessments}
    return stored.rating is not None and stored.rating.weights == weights and versions == assessor_versions()


def _stored(name: str, version: int, said: Assessment) -> StoredAssessment:
    return StoredAssessment(name, version, said.value, said.confidence, said.level, said.reasons, said.evidence)


def _assessment(kept: StoredAssessment) -> Assessment:
    return Assessment(kept.value, kept.confidence, kept.level, kept.reasons, kept.evidence)
