"""Rating distributions come back with every bit of every float."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.catalog.stored import StoredRating


@given(st.lists(st.floats(0.0, 1.0), min_size=10, max_size=10).map(tuple))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the row is replaced each time
def test_rating_distribution_comes_back_exactly(catalog, make_photo, rating_dist):
    rating = StoredRating("nima_mobilenet_v2.biq2021@0123456789ab", rating_dist)
    catalog.store([replace(make_photo("/a.jpg"), ratings=(rating,))])
    assert catalog.photo_at(Path("/a.jpg")).ratings[0] == rating


def test_photo_without_a_rating_has_none(catalog, make_photo):
    catalog.store([replace(make_photo("/a.jpg"), ratings=()), make_photo("/b.jpg")])
    assert [len(photo.ratings) for photo in catalog.photos_under([Path("/")])] == [0, 2]


def test_a_photo_keeps_one_rating_by_each_weights_the_newest_first(catalog, make_photo):
    photo = make_photo("/a.jpg")
    for stamp in ("one@000000000000", "two@000000000000", "two@111111111111", "one@000000000000"):
        catalog.store([replace(photo, ratings=(StoredRating(stamp, (0.1,) * 10),))])
    kept = [rating.weights for rating in catalog.photo_at(Path("/a.jpg")).ratings]
    assert kept == ["one@000000000000", "two@111111111111", "two@000000000000"]
