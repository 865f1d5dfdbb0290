"""What the catalogue keeps of one photo, as it goes in and as it comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.photo.record import PhotoRecord


@dataclass(frozen=True, slots=True)
class FileStamp:
    """How a file looked when it was read; if it still looks so, it need not be read again."""

    path: Path
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """One assessor's word on a photo, with the version of the assessor that gave it.

    `value` and `confidence` in [0, 1]; `evidence` is JSON-ready (lists, not tuples) and comes back equal.
    """

    assessor: str
    version: int
    value: float
    confidence: float
    level: str
    reasons: tuple[str, ...]
    evidence: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StoredRating:
    """A model's rating distribution and the weights that gave it, as `<arch>.<tag>@<first 12 of the sha256>`."""

    weights: str
    rating_dist: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """All we know of one photo."""

    record: PhotoRecord
    stamps: tuple[FileStamp, ...] = ()
    ratings: tuple[StoredRating, ...] = ()
    """One by each weights file that rated it, the newest first."""
    assessments: tuple[StoredAssessment, ...] = ()
    """One by each version of each assessor; those of the newest judgement first, in their order."""

    @property
    def judged_bytes(self) -> int | None:
        """How large the judged file was, which is not the first one where that was unreadable; `None` where nobody looked."""
        return next((stamp.size_bytes for stamp in self.stamps if stamp.path == self.record.path), None)
