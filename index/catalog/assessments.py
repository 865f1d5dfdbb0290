"""The table `assessments`: one row per photo, assessor and version of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from index.catalog.json_column import decoded, encoded
from index.catalog.photo_rows import gathered, insert
from index.catalog.stored import StoredAssessment


def write(db: Connection, assessments_by_photo: Iterable[tuple[int, Sequence[StoredAssessment]]]) -> None:
    """Adds the assessments of photos that have none yet."""
    insert(db, "assessments", assessments_by_photo, _columns)


def read(db: Connection, marks: str, ids: Sequence[int]) -> dict[int, tuple[StoredAssessment, ...]]:
    """The assessments of these photos, in the order they were given; `marks` is one `?` for each id."""
    rows = db.execute(
        "SELECT photo_id, reasons_json, evidence_json, assessor, version, value, confidence, level "
        f"FROM assessments WHERE photo_id IN ({marks}) ORDER BY photo_id, position",
        ids,
    ).fetchall()
    reasons = decoded(row[1] for row in rows)
    evidence = decoded(row[2] for row in rows)
    return gathered(
        (photo_id, StoredAssessment(assessor, version, value, confidence, level, tuple(why), measured))
        for (photo_id, _, _, assessor, version, value, confidence, level), why, measured in zip(
            rows, reasons, evidence, strict=True
        )
    )


def _columns(assessment: StoredAssessment) -> dict[str, Any]:
    return {
        "assessor": assessment.assessor,
        "version": assessment.version,
        "value": assessment.value,
        "confidence": assessment.confidence,
        "level": assessment.level,
        "reasons_json": encoded(assessment.reasons),
        "evidence_json": encoded(dict(assessment.evidence)),
    }
