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
    catalog.store([replace(make_photo("/a.jpg"), rating=rating)])
    assert catalog.photo_at(Path("/a.jpg")).rating == rating


def test_photo_without_a_rating_has_none(catalog, make_photo):
    catalog.store([replace(make_photo("/a.jpg"), rating=None), make_photo("/b.jpg")])
    assert [photo.rating is None for photo in catalog.photos_under([Path("/")])] == [True, False]
