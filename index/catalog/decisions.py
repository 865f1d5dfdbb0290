"""The table `decisions`: what was last advised of each photo, until it is judged anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from index.catalog.connection import transaction
from index.catalog.errors import translated
from index.catalog.json_column import decoded, encoded
from index.catalog.many_ids import in_parts


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """The advice on one photo, in the words of `assist.pick/1`."""

    decision: str
    """keeper, alternate or reject_candidate."""
    kind: str | None
    """What its group is (burst, bracket, ...); None for the only frame of its moment."""
    rank: int | None
    reasons: tuple[str, ...]
    decided: datetime
    """When, UTC."""


class Decisions:
    """The door to it; get it as `Catalog.decisions`. Raises `CatalogError` as the catalogue itself does."""

    def __init__(self, path: Path, db: Connection) -> None:
        self._path = path
        self._db = db

    def store(self, decisions: Iterable[tuple[int, StoredDecision]]) -> None:
        """Keeps these in place of earlier ones, all or none; a photo that went meanwhile is left out."""
        with translated(self._path), transaction(self._db):
            self._db.executemany(
                "INSERT OR REPLACE INTO decisions SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM photos WHERE id = ?1)",
                (_row(photo_id, decision) for photo_id, decision in decisions),
            )

    def of(self, ids: Iterable[int]) -> dict[int, StoredDecision]:
        """What was advised of those of these photos that there is advice on."""
        rows: list[tuple[int, str, str | None, int | None, str, str]] = []
        with translated(self._path, reading=True):
            for marks, part in in_parts(ids):
                rows += self._db.execute(
                    f"SELECT photo_id, decision, kind, rank, decided, reasons_json FROM decisions WHERE photo_id IN ({marks})",
                    part,
                ).fetchall()
        reasons = decoded(row[-1] for row in rows)
        return {
            row[0]: StoredDecision(row[1], row[2], row[3], tuple(why), datetime.fromisoformat(row[4]))
            for row, why in zip(rows, reasons, strict=True)
        }


def _row(photo_id: int, decision: StoredDecision) -> tuple[object, ...]:
    reasons, decided = encoded(decision.reasons), decision.decided.isoformat()
    return photo_id, decision.decision, decision.kind, decision.rank, reasons, decided
