"""A photo whose file is gone is marked and keeps all that was said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

SPRING, SUMMER = datetime(2026, 4, 1, 12, 30, 15, 250, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)
A, B = Path("/a.jpg"), Path("/b.jpg")


@pytest.fixture
def marked(catalog, make_photo):
    catalog.store([make_photo(A), make_photo(B)])
    assert catalog.upkeep.mark_missing([A, Path("/unknown.jpg")], SPRING) == 1
    return catalog


def test_a_marked_photo_says_since_when_and_keeps_the_rest(marked, make_photo):
    assert marked.photo_at(A) == replace(make_photo(A), missing_since=SPRING)
    assert marked.photo_at(B).missing_since is None
    assert marked.upkeep.missing_photos() == [(A, SPRING)]
    assert marked.upkeep.present_photos() == [B]


def test_marking_again_keeps_the_first_day(marked):
    assert marked.upkeep.mark_missing([A, B], SUMMER) == 1
    assert marked.upkeep.missing_photos() == [(A, SPRING), (B, SUMMER)]


def test_a_photo_that_is_stored_again_is_no_longer_missing(marked, make_photo):
    marked.store([make_photo(A)])
    assert marked.upkeep.missing_photos() == []


def test_a_photo_may_be_stored_as_missing(marked, make_photo):
    marked.store([replace(make_photo(B), missing_since=SUMMER)])
    assert marked.photo_at(B).missing_since == SUMMER
