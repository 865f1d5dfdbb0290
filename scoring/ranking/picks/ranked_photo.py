"""One photo as picking sees it: who it is, and what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scoring.assessment import Assessment
from scoring.rating_distribution import Quality


@dataclass(frozen=True, slots=True)
class RankedPhoto:
    """One asset: a RAW + JPEG pair is one of these."""

    path: Path
    asset_id: str
    """Digest of the picture data; equal where two files hold the same picture."""
    size_px: tuple[int, int]
    """(width, height) of the upright full-size picture."""
    assessments: Mapping[str, Assessment]
    quality: Quality | None = None
    score: float | None = None
    """0..100; orders photos of different groups when a whole shoot is chosen from. None = unknown, after all others."""

    def said_by(self, assessor: str) -> Assessment | None:
        """What that assessor said; None where it said nothing, or abstained."""
        said = self.assessments.get(assessor)
        return None if said is None or said.abstained else said
