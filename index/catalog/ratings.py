"""The table `ratings`: one row per photo and weights, the rating distribution that they gave it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from index.catalog.json_column import decoded, encoded
from index.catalog.stored import StoredRating


def write(db: Database, ratings_by_photo: Iterable[tuple[int, Sequence[StoredRating]]]) -> None:
    """Adds the ratings of photos that have none yet; a photo may go without."""
    db.table("ratings").insert_all(_rows(ratings_by_photo))


def read(db: Database, marks: str, ids: Sequence[int]) -> dict[int, tuple[StoredRating, ...]]:
    """The ratings of these photos, in the order they were given; `marks` is one `?` for each id."""
    rows = db.execute(
        f"SELECT photo_id, weights, rating_dist_json FROM ratings WHERE photo_id IN ({marks}) ORDER BY photo_id, position",
        ids,
    ).fetchall()
    distributions = decoded(row[2] for row in rows)
    ratings: defaultdict[int, list[StoredRating]] = defaultdict(list)
    for row, dist in zip(rows, distributions, strict=True):
        ratings[row[0]].append(StoredRating(row[1], tuple(dist)))
    return {photo_id: tuple(found) for photo_id, found in ratings.items()}


def _rows(ratings_by_photo: Iterable[tuple[int, Sequence[StoredRating]]]) -> Iterable[dict[str, Any]]:
    for photo_id, ratings in ratings_by_photo:
        for position, rating in enumerate(ratings):
            yield {
                "photo_id": photo_id,
                "weights": rating.weights,
                "rating_dist_json": encoded(rating.rating_dist),
                "position": position,
            }
