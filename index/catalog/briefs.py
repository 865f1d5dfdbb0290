"""The table `briefs`: the few facts that a list of photos tells of each, kept so that they need not be computed again."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from index.catalog.connection import transaction
from index.catalog.errors import translated
from index.catalog.json_column import decoded, encoded
from index.catalog.many_ids import values_in_parts

log = logging.getLogger(__name__)

Look = tuple[tuple[bytes, int, int], ...]
"""How the files of a photo looked: name as bytes, size in bytes and time of change in ns of each, the judged one first."""


class Briefs:
    """The door to it; get it as `Catalog.briefs`. Raises `CatalogError` as the catalogue itself does.

    Whoever makes them says by what: briefs made by anything else are as good as not there.
    """

    def __init__(self, path: Path, db: Connection) -> None:
        self._path = path
        self._db = db

    def store(self, made_by: str, briefs: Iterable[tuple[Look, str, object]]) -> None:
        """How the files looked, digest of the picture and JSON-ready brief of each, as they were when it was made.

        One that is stored with another look or picture by now is left out: somebody judged it anew, and the brief tells old facts.
        """
        new = {(look, asset_id): encoded(brief) for look, asset_id, brief in briefs if look}
        with translated(self._path), transaction(self._db):
            ids = self._ids_as_stored({look[0][0] for look, _ in new})
            rows = [(ids[as_made], made_by, brief) for as_made, brief in new.items() if as_made in ids]
            self._db.executemany("INSERT OR REPLACE INTO briefs VALUES (?, ?, ?)", rows)

    def of(self, names: Iterable[bytes], made_by: str) -> Mapping[Look, Any]:
        """The briefs of those photos of which the judged file has one of these names, by how all its files looked when they
        were read; none of photos that are missing."""
        found: dict[Look, Any] = {}
        with translated(self._path, reading=True):
            for marks, part in values_in_parts(names):
                rows = self._db.execute(
                    "SELECT id, brief_json, files.path, size_bytes, mtime_ns FROM photos "
                    "JOIN briefs ON briefs.photo_id = id JOIN files ON files.photo_id = id "
                    f"WHERE photos.path IN ({marks}) AND made_by = ? AND missing_since IS NULL ORDER BY id, position",
                    [*part, made_by],
                ).fetchall()
                found.update(_by_look(rows))
        return found

    def _ids_as_stored(self, names: Iterable[bytes]) -> dict[tuple[Look, str], int]:
        """Look and digest of the picture -> id, of the photos of which the judged file has one of these names."""
        found: dict[tuple[Look, str], int] = {}
        for marks, part in values_in_parts(names):
            rows = self._db.execute(
                "SELECT id, asset_id, files.path, size_bytes, mtime_ns FROM photos JOIN files ON files.photo_id = id "
                f"WHERE photos.path IN ({marks}) ORDER BY id, position",
                part,
            )
            for (row_id, asset_id), files in groupby(rows, key=itemgetter(0, 1)):
                found[tuple(row[2:] for row in files), asset_id] = row_id
        return found


def _by_look(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Look, Any]]:
    """The rows of one photo, a file each, stand together."""
    texts: list[str] = []
    looks: list[Look] = []
    for _, of_photo in groupby(rows, key=itemgetter(0)):
        files = list(of_photo)
        texts.append(files[0][1])
        looks.append(tuple(row[2:] for row in files))
    try:
        yield from zip(looks, decoded(texts), strict=True)
    except ValueError:
        log.warning("damaged briefs are made anew")
