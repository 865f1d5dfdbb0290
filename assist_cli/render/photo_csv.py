"""Photos as CSV for a spreadsheet: one row a photo, one column a fact."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import IO, Any

from assist_cli.render.photo_json import capture_time_text, rounded
from assist_cli.workflows.photo_outcome import PhotoOutcome, ScoredPhoto
from index.photo.errors import UnreadablePhoto

PHOTO_COLUMNS = ("path", "status", "score", "percentile", "quality_mean", "quality_sd", "p_high")
FILE_COLUMNS = ("width_px", "height_px", "pixel_source", "companions")
EXIF_COLUMNS = ("camera", "lens", "capture_time", "iso", "f_number", "exposure_time_s", "focal_length_mm")
ERROR_COLUMNS = ("error_kind", "error_message")
FACTOR_COLUMNS = ("value", "confidence", "level", "reason")

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that begins so (OWASP, "CSV Injection"); such text gets an apostrophe in front."""


class PhotoCsv:
    """Writes the heading with the first row, so that a run that ends before it writes nothing."""

    def __init__(self, stream: IO[str], factors: Sequence[str]) -> None:
        self._factors = factors
        per_factor = [f"{factor}_{column}" for factor in factors for column in FACTOR_COLUMNS]
        columns = [*PHOTO_COLUMNS, *per_factor, *FILE_COLUMNS, *EXIF_COLUMNS, "asset_id", *ERROR_COLUMNS]
        self._rows = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
        self._begun = False

    def row(self, outcome: PhotoOutcome) -> dict[str, object]:
        """The photo's cells by column."""
        told = _unreadable(outcome) if isinstance(outcome, UnreadablePhoto) else self._scored(outcome)
        return {name: _cell(value) for name, value in told.items()}

    def write(self, row: dict[str, object]) -> None:
        """Write one row; columns that it lacks stay empty."""
        if not self._begun:
            self._rows.writeheader()
            self._begun = True
        self._rows.writerow(row)

    def _scored(self, photo: ScoredPhoto) -> dict[str, Any]:
        width_px, height_px = photo.record.size_px
        exif = photo.record.exif
        told: dict[str, Any] = {
            "path": str(photo.path),
            "status": "cached" if photo.cached else "scored",
            "score": photo.score.value,
            "percentile": photo.score.percentile,
            "quality_mean": photo.quality.mean,
            "quality_sd": photo.quality.sd,
            "p_high": photo.quality.p_high,
            "width_px": width_px,
            "height_px": height_px,
            "pixel_source": photo.record.pixel_source.value,
            "companions": ";".join(path.name for path in photo.record.companions),
            "asset_id": photo.record.asset_id,
            **{name: getattr(exif, name) for name in EXIF_COLUMNS},
            "capture_time": capture_time_text(exif.capture_time),
        }
        for factor in self._factors:
            if said := photo.assessments.get(factor):
                reason = said.reasons[0] if said.reasons else ""
                facts = (said.value, said.confidence, said.level, reason)
                told |= {f"{factor}_{column}": fact for column, fact in zip(FACTOR_COLUMNS, facts, strict=True)}
        return told


def _unreadable(photo: UnreadablePhoto) -> dict[str, Any]:
    return {"path": str(photo.path), "status": "failed", "error_kind": photo.kind.value, "error_message": photo.message}


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return rounded(value)
