"""Sidecars that were moved or copied with their folder: known again by their name and their bytes, so that what we wrote there is
not taken for a person's word.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from sqlite3 import Connection

from index.catalog.many_ids import values_in_parts
from index.catalog.paths import from_bytes
from index.journal.last_written import STANDS
from index.journal.writes import digest


def former_paths(db: Connection, files: Mapping[Path, bytes]) -> dict[Path, list[Path]]:
    """Of each of these sidecars, with what it holds, the other paths at which a write of ours left a file of that name with just
    these bytes; those without any are left out.
    """
    digests = {path: digest(data) for path, data in files.items()}
    written: dict[tuple[object, str], list[Path]] = {}
    for marks, part in values_in_parts(set(digests.values())):
        query = (
            "SELECT DISTINCT after_sha256, now_at FROM writes "
            f"WHERE after_sha256 IN ({marks}) AND now_at IS NOT NULL AND {STANDS}"
        )
        for found, name in db.execute(query, part).fetchall():
            path = from_bytes(name)
            written.setdefault((found, path.name), []).append(path)
    former = {
        path: [one for one in written.get((found, path.name), ()) if one != path] for path, found in digests.items()
    }
    return {path: sorted(found) for path, found in former.items() if found}
