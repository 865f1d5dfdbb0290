"""One photo as JSON, schema `assist.photo/1`. Growing it by fields is fine; a change of meaning needs a new version."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto
from index.photo.errors import UnreadablePhoto
from index.photo.record import ExifFacts
from scoring.assessment import Assessment
from scoring.ranking.blend import Score
from scoring.rating_distribution import Quality

SCHEMA = "assist.photo/1"

UNKNOWN = (
    "size_px",
    "pixel_source",
    "companions",
    "exif",
    "rating_dist",
    "quality",
    "assessments",
    "score",
    "blend",
    "percentile",
)
"""What nobody can say of a photo that could not be read."""

DIGITS = 6
"""Far below the 1e-3 that engines may differ by, and short to read."""


def photo_json(outcome: PhotoOutcome) -> dict[str, Any]:
    """The photo as plain JSON values; whatever an unreadable photo does not have is null."""
    told = _unreadable(outcome) if isinstance(outcome, UnreadablePhoto) else _scored(outcome)
    return {"schema": SCHEMA, "path": str(outcome.path), **told}


def json_text(value: object, indent: int | None = None) -> str:
    """JSON with letters as they are; escaped only where a file name holds bytes that are no letters (PEP 383)."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, allow_nan=False, indent=indent)
    return text


def rounded(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The same JSON value with floats cut to six digits; what is not a number becomes null."""
    if isinstance(value, float):
        return round(value, DIGITS) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(part) for part in value]
    return value


def capture_time_text(moment: datetime | None) -> str | None:
    """ISO 8601 with milliseconds, and the offset from UTC where the camera wrote one."""
    return moment.isoformat(timespec="milliseconds") if moment else None


def _scored(photo: ScoredPhoto) -> dict[str, Any]:
    return {
        "asset_id": photo.record.asset_id,
        "status": "cached" if photo.cached else "scored",
        "size_px": list(photo.record.size_px),
        "pixel_source": photo.record.pixel_source.value,
        "companions": [str(path) for path in photo.record.companions],
        "exif": _exif(photo.record.exif),
        "rating_dist": rounded(photo.quality.rating_dist),
        "quality": _quality(photo.quality),
        "assessments": {name: _assessment(said) for name, said in photo.assessments.items()},
        "score": rounded(photo.score.value),
        "blend": _blend(photo.score),
        "percentile": rounded(photo.score.percentile),
        "error": None,
    }


def _unreadable(photo: UnreadablePhoto) -> dict[str, Any]:
    error = {"kind": photo.kind.value, "message": photo.message, "hint": photo.hint}
    return {"asset_id": None, "status": "failed", **dict.fromkeys(UNKNOWN), "error": error}


def _exif(exif: ExifFacts) -> dict[str, Any]:
    return {
        "camera": exif.camera,
        "lens": exif.lens,
        "capture_time": capture_time_text(exif.capture_time),
        "iso": exif.iso,
        "f_number": rounded(exif.f_number),
        "exposure_time_s": rounded(exif.exposure_time_s),
        "exposure_bias_ev": rounded(exif.exposure_bias_ev),
        "focal_length_mm": rounded(exif.focal_length_mm),
        "orientation": exif.orientation,
    }


def _quality(quality: Quality) -> dict[str, Any]:
    names = ("mean", "sd", "median", "skewness", "kurtosis", "p_high")
    return {**{name: rounded(getattr(quality, name)) for name in names}, "weights": quality.weights}


def _blend(score: Score) -> dict[str, Any]:
    """The profile, and by factor the points that it gives to the score of the most that it could."""
    shares = {
        name: {"points": rounded(share.points), "most": rounded(share.most)} for name, share in score.shares.items()
    }
    return {"profile": score.profile.name, "shares": shares}


def _assessment(said: Assessment) -> dict[str, Any]:
    return {
        "value": rounded(said.value),
        "confidence": rounded(said.confidence),
        "level": said.level,
        "reasons": list(said.reasons),
        "evidence": rounded(said.evidence),
    }
