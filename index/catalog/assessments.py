"""The table `assessments`: one row per photo, assessor and version of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from index.catalog.json_column import decoded, encoded
from index.catalog.stored import StoredAssessment


def write(db: Database, assessments_by_photo: Iterable[tuple[int, Sequence[StoredAssessment]]]) -> None:
    """Adds the assessments of photos that have none yet."""
    db.table("assessments").insert_all(_rows(assessments_by_photo))


def read(db: Database, marks: str, ids: Sequence[int]) -> dict[int, tuple[StoredAssessment, ...]]:
    """The assessments of these photos, in the order they were given; `marks` is one `?` for each id."""
    rows = db.execute(
        "SELECT photo_id, reasons_json, evidence_json, assessor, version, value, confidence, level "
        f"FROM assessments WHERE photo_id IN ({marks}) ORDER BY photo_id, position",
        ids,
    ).fetchall()
    reasons = decoded(row[1] for row in rows)
    evidence = decoded(row[2] for row in rows)
    assessments: defaultdict[int, list[StoredAssessment]] = defaultdict(list)
    for row, why, measured in zip(rows, reasons, evidence, strict=True):
        assessor, version, value, confidence, level = row[3:]
        assessments[row[0]].append(StoredAssessment(assessor, version, value, confidence, level, tuple(why), measured))
    return {photo_id: tuple(found) for photo_id, found in assessments.items()}


def _rows(assessments_by_photo: Iterable[tuple[int, Sequence[StoredAssessment]]]) -> Iterable[dict[str, Any]]:
    for photo_id, assessments in assessments_by_photo:
        for position, assessment in enumerate(assessments):
            yield {
                "photo_id": photo_id,
                "assessor": assessment.assessor,
                "version": assessment.version,
                "value": assessment.value,
                "confidence": assessment.confidence,
                "level": assessment.level,
                "reasons_json": encoded(assessment.reasons),
                "evidence_json": encoded(dict(assessment.evidence)),
                "position": position,
            }
