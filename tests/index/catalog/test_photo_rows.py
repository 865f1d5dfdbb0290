"""Rows of a photo keep their order and never mix with those of another."""

import sqlite3

import pytest

from index.catalog.photo_rows import gathered, insert


@pytest.fixture
def db():
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute("CREATE TABLE words (photo_id INTEGER, position INTEGER, word TEXT, PRIMARY KEY (photo_id, position))")
    yield made
    made.close()


def words(db):
    return gathered(db.execute("SELECT photo_id, word FROM words ORDER BY photo_id, position"))


def test_rows_come_back_by_photo_in_their_order(db):
    insert(db, "words", [(7, ["b", "a"]), (3, ["c"])], lambda word: {"word": word})
    assert words(db) == {3: ("c",), 7: ("b", "a")}


def test_photo_without_items_has_no_rows(db):
    insert(db, "words", [(7, [])], lambda word: {"word": word})
    assert words(db) == {}


def test_same_item_may_stand_twice(db):
    insert(db, "words", [(7, ["a", "a"])], lambda word: {"word": word})
    assert words(db) == {7: ("a", "a")}
