"""A photo is taken apart into the catalogue's tables and comes back whole."""

import sqlite3
from dataclasses import replace

import pytest

from index.catalog import photos, whole_photos
from index.catalog.migrate import migrate


@pytest.fixture
def db():
    opened = sqlite3.connect(":memory:", isolation_level=None)
    opened.execute("PRAGMA foreign_keys = ON")
    migrate(opened)
    yield opened
    opened.close()


def test_photos_come_back_as_they_were_written_in_the_order_asked_for(db, make_photo):
    one, other = make_photo("/shoot/a.jpg"), make_photo("/shoot/b.jpg", asset_id="cd34")
    whole_photos.write(db, [one, other])
    first, second = photos.all_ids(db)
    assert whole_photos.read(db, [second, first]) == [other, one]


def test_a_photo_written_again_takes_the_place_of_what_was_known(db, make_photo):
    whole_photos.write(db, [make_photo("/shoot/a.jpg")])
    less = replace(make_photo("/shoot/a.jpg"), ratings=(), assessments=(), glance=None, embeddings=())
    whole_photos.write(db, [less])
    assert whole_photos.read(db, photos.all_ids(db)) == [less]


def test_photos_that_are_gone_are_left_out(db, make_photo):
    whole_photos.write(db, [make_photo("/shoot/a.jpg")])
    (known,) = photos.all_ids(db)
    assert len(whole_photos.read(db, [known, known + 1])) == 1
    assert whole_photos.read(db, []) == []
