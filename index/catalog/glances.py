"""The table `glances`: one row a photo, what it looks like at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from sqlite3 import Connection

from index.catalog.photo_rows import insert_rows
from index.catalog.stored import StoredGlance


def write(db: Connection, glance_by_photo: Iterable[tuple[int, StoredGlance | None]]) -> None:
    """Adds the glances of photos that have none yet; a photo may go without."""
    rows = ({"photo_id": photo_id, **asdict(glance)} for photo_id, glance in glance_by_photo if glance)
    insert_rows(db, "glances", rows)


def read(db: Connection, marks: str, ids: Sequence[int]) -> dict[int, StoredGlance]:
    """The glances of these photos; `marks` is one `?` for each id."""
    rows = db.execute(
        f"SELECT photo_id, version, grey, grey_width_px, sharpness, sharpness_columns FROM glances WHERE photo_id IN ({marks})",
        ids,
    )
    return {photo_id: StoredGlance(*columns) for photo_id, *columns in rows}
