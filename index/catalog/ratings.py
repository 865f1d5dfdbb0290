"""The table `ratings`: a photo's rating distribution and the weights that gave it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from index.catalog.json_column import decoded, encoded
from index.catalog.stored import StoredRating


def write(db: Database, rating_by_photo: Iterable[tuple[int, StoredRating | None]]) -> None:
    """Adds the ratings of photos that have none yet; a photo may go without."""
    db.table("ratings").insert_all(
        {"photo_id": photo_id, "weights": rating.weights, "rating_dist_json": encoded(rating.rating_dist)}
        for photo_id, rating in rating_by_photo
        if rating is not None
    )


def read(db: Database, marks: str, ids: Sequence[int]) -> dict[int, StoredRating]:
    """The ratings of these photos; `marks` is one `?` for each id. Photos without one are left out."""
    sql = f"SELECT photo_id, weights, rating_dist_json FROM ratings WHERE photo_id IN ({marks})"
    rows = db.execute(sql, ids).fetchall()
    distributions = decoded(row[2] for row in rows)
    return {row[0]: StoredRating(row[1], tuple(dist)) for row, dist in zip(rows, distributions, strict=True)}
