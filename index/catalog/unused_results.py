"""Results that nobody asks for any more: by weights that are gone, by earlier versions of what judges photos."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from sqlite3 import Connection


@dataclass(frozen=True, slots=True)
class ResultsInUse:
    """What is asked for: everything else may go. The only word on a photo is always kept."""

    weights: frozenset[str]
    """Stamps of the weights that can rate here."""
    embedders: frozenset[str]
    """Stamps of the weights that can embed here."""
    versions: Mapping[str, int]
    """This program's version of every assessor; later ones belong to a later program and stay."""
    glance_version: int


@dataclass(frozen=True, slots=True)
class Pruned:
    """What was forgotten."""

    photos: int
    results: int


# Of each table, the rows that go. A rating or an opinion goes only where a newer one says the same of the photo.
_OF_GONE_WEIGHTS = """ratings WHERE weights NOT IN (SELECT value FROM json_each(:weights))
    AND photo_id IN (SELECT photo_id FROM ratings WHERE weights IN (SELECT value FROM json_each(:weights)))"""
_OF_GONE_EMBEDDERS = "embeddings WHERE embedder NOT IN (SELECT value FROM json_each(:embedders))"
_OF_EARLIER_VERSIONS = """assessments WHERE (photo_id, assessor, version) IN (
    SELECT earlier.photo_id, earlier.assessor, earlier.version FROM assessments AS earlier
    JOIN json_each(:versions) AS now ON now.key = earlier.assessor AND earlier.version < now.value
    JOIN assessments AS newer
    ON newer.photo_id = earlier.photo_id AND newer.assessor = earlier.assessor AND newer.version = now.value)"""
_OF_EARLIER_GLANCES = "glances WHERE version < :glance_version"
_UNUSED = (_OF_GONE_WEIGHTS, _OF_GONE_EMBEDDERS, _OF_EARLIER_VERSIONS, _OF_EARLIER_GLANCES)


def count(db: Connection, in_use: ResultsInUse) -> int:
    """How many rows would go."""
    return sum(db.execute(f"SELECT count(*) FROM {rows}", _parameters(in_use)).fetchone()[0] for rows in _UNUSED)


def forget(db: Connection, in_use: ResultsInUse) -> int:
    """Removes them; how many there were."""
    return sum(max(0, db.execute(f"DELETE FROM {rows}", _parameters(in_use)).rowcount) for rows in _UNUSED)


def _parameters(in_use: ResultsInUse) -> dict[str, str | int]:
    return {
        "weights": json.dumps(sorted(in_use.weights)),
        "embedders": json.dumps(sorted(in_use.embedders)),
        "versions": json.dumps(dict(in_use.versions)),
        "glance_version": in_use.glance_version,
    }
