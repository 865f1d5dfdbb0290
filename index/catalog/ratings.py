"""The table `ratings`: one row per photo and weights, the rating distribution that they gave it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from index.catalog.json_column import decoded, encoded
from index.catalog.photo_rows import gathered, insert
from index.catalog.stored import StoredRating


def write(db: Connection, ratings_by_photo: Iterable[tuple[int, Sequence[StoredRating]]]) -> None:
    """Adds the ratings of photos that have none yet; a photo may go without."""
    insert(db, "ratings", ratings_by_photo, _columns)


def read(db: Connection, marks: str, ids: Sequence[int]) -> dict[int, tuple[StoredRating, ...]]:
    """The ratings of these photos, in the order they were given; `marks` is one `?` for each id."""
    rows = db.execute(
        f"SELECT photo_id, weights, rating_dist_json FROM ratings WHERE photo_id IN ({marks}) ORDER BY photo_id, position",
        ids,
    ).fetchall()
    distributions = decoded(row[2] for row in rows)
    return gathered(
        (photo_id, StoredRating(weights, tuple(dist)))
        for (photo_id, weights, _), dist in zip(rows, distributions, strict=True)
    )


def _columns(rating: StoredRating) -> dict[str, Any]:
    return {"weights": rating.weights, "rating_dist_json": encoded(rating.rating_dist)}
