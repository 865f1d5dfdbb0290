"""What the catalogue keeps of one photo, as it goes in and as it comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
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
class StoredGlance:
    """What is kept of a photo's look, row by row from the top, a byte each; `version` says how it was made.

    `grey`: rows of `grey_width_px` grey levels; `sharpness`: rows of `sharpness_columns` codes.
    """

    version: int
    grey: bytes
    grey_width_px: int
    sharpness: bytes
    sharpness_columns: int

    @property
    def is_whole(self) -> bool:
        """Whether both pictures have rows of full width."""
        pictures = ((self.grey, self.grey_width_px), (self.sharpness, self.sharpness_columns))
        return all(cells and width > 0 and len(cells) % width == 0 for cells, width in pictures)


@dataclass(frozen=True, slots=True)
class StoredEmbedding:
    """Where weights place a photo among others: D little-endian float16, L2 norm 1; `embedder` as `StoredRating.weights`."""

    embedder: str
    embedding: bytes


@dataclass(frozen=True, slots=True)
class StoredPhoto:
    """All we know of one photo."""

    record: PhotoRecord
    stamps: tuple[FileStamp, ...] = ()
    ratings: tuple[StoredRating, ...] = ()
    """One by each weights file that rated it, the newest first."""
    assessments: tuple[StoredAssessment, ...] = ()
    """One by each version of each assessor; those of the newest judgement first, in their order."""
    glance: StoredGlance | None = None
    embeddings: tuple[StoredEmbedding, ...] = ()
    """One by each embedder, the newest first."""
    missing_since: datetime | None = None
    """When its file was first found to be gone, with its zone; `None` while it is there."""

    @property
    def judged_bytes(self) -> int | None:
        """How large the judged file was, which is not the first one where that was unreadable; `None` where nobody looked."""
        return next((stamp.size_bytes for stamp in self.stamps if stamp.path == self.record.path), None)
