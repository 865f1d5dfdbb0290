"""Between what was judged, what the catalogue keeps of it, and what a run says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from assist_cli.workflows.photo_outcome import ScoredPhoto
from assist_cli.workflows.stored_look import stored_embeddings, stored_glance
from index.catalog.stored import FileStamp, StoredAssessment, StoredPhoto, StoredRating
from scoring.assessment import WEIGHTS_MISSING, Assessment
from scoring.ranking.blend import blend
from scoring.ranking.exposure_rules import with_exposure_rules
from scoring.ranking.profile import Profile
from scoring.rating_distribution import Quality
from scoring.registry import ASSESSORS, READS_FACES
from weights.bundles import FACES
from weights.registry import can_be_used

if TYPE_CHECKING:
    from scoring.judge import Judgement


def to_store(judged: Judgement, stamps: Sequence[FileStamp], weights: str) -> StoredPhoto:
    """What the catalogue keeps: the raw opinions with their versions, never the blended number."""
    versions = assessor_versions()
    return StoredPhoto(
        judged.record,
        tuple(stamps),
        (StoredRating(weights, judged.quality.rating_dist),),
        tuple(_stored(name, versions[name], assessment) for name, assessment in judged.assessments.items()),
        stored_glance(judged.glance),
        stored_embeddings(judged),
    )


def from_judgement(judged: Judgement, profile: Profile, stamps: tuple[FileStamp, ...] = ()) -> ScoredPhoto:
    """The photo as told right after it was judged; `stamps`: how its files looked then."""
    assessments = with_exposure_rules(judged.assessments, profile.exposure_rules)
    score = blend(judged.quality, assessments, profile)
    return ScoredPhoto(judged.record, judged.quality, assessments, score, cached=False, stamps=stamps)


def from_store(stored: StoredPhoto, rating: StoredRating, profile: Profile) -> ScoredPhoto:
    """The photo as told from the catalogue, with this one of its ratings."""
    quality = Quality(rating.weights.partition("@")[0], rating.rating_dist)
    assessments = with_exposure_rules(_told(stored), profile.exposure_rules)
    score = blend(quality, assessments, profile)
    return ScoredPhoto(stored.record, quality, assessments, score, cached=True, stamps=stored.stamps)


def assessor_versions() -> Mapping[str, int]:
    """Name -> version of every assessor of this program."""
    return {assessor.name: assessor.version for assessor in ASSESSORS}


def current_assessments(stored: StoredPhoto) -> dict[str, Assessment]:
    """What this program's own versions of the assessors said of the photo, but for what weights that have come since renew.

    Where one that reads faces waited, all are renewed that do: they saw the photo without its faces too.
    """
    current = _by_these_versions(stored)
    arrived = {name for name in set(map(_missing_weights, current.values())) if name and can_be_used(name)}
    renewed = {name for name, kept in current.items() if _missing_weights(kept) in arrived}
    if renewed & READS_FACES:
        renewed |= READS_FACES
    return {name: _assessment(kept) for name, kept in current.items() if name not in renewed}


def irreplaceable_assessments(stored: StoredPhoto) -> dict[str, Assessment]:
    """What was said of the photo with its faces, where nobody can look for them any more: judged again, less would be known."""
    readers = {name: kept for name, kept in _by_these_versions(stored).items() if name in READS_FACES}
    seen = {name: _assessment(kept) for name, kept in readers.items() if not _missing_weights(kept)}
    return {} if "faces" not in seen or can_be_used(FACES.name) else seen


def fully_assessed(stored: StoredPhoto) -> bool:
    """Whether no assessor of this program has anything new to say of the photo."""
    return current_assessments(stored).keys() == assessor_versions().keys()


def _by_these_versions(stored: StoredPhoto) -> dict[str, StoredAssessment]:
    versions = assessor_versions()
    return {kept.assessor: kept for kept in stored.assessments if versions.get(kept.assessor) == kept.version}


def _missing_weights(kept: StoredAssessment) -> str:
    """The weights that it would have asked for and that were not there, or nothing."""
    return str(kept.evidence.get(WEIGHTS_MISSING, ""))


def _told(stored: StoredPhoto) -> dict[str, Assessment]:
    """One assessment an assessor: this program's version of it where there is one, else the newest."""
    versions = assessor_versions()
    told: dict[str, StoredAssessment] = {}
    for kept in stored.assessments:
        before = told.get(kept.assessor)
        if before is None or (before.version != versions.get(kept.assessor) and kept.version > before.version):
            told[kept.assessor] = kept
    return {name: _assessment(kept) for name, kept in told.items()}


def _stored(name: str, version: int, said: Assessment) -> StoredAssessment:
    return StoredAssessment(name, version, said.value, said.confidence, said.level, said.reasons, said.evidence)


def _assessment(kept: StoredAssessment) -> Assessment:
    return Assessment(kept.value, kept.confidence, kept.level, kept.reasons, kept.evidence)
