"""Finished photos reach the catalogue soon, and by themselves."""

import pytest

from assist_cli.workflows import store_batch
from assist_cli.workflows.store_batch import MAX_PHOTOS, StoreBatch


class Kept:
    def __init__(self):
        self.writes = []
        self.gone = []

    def store(self, photos, gone):
        self.writes.append(list(photos))
        self.gone.append(list(gone))


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(store_batch.time, "monotonic", lambda: now[0])
    return now


@pytest.mark.usefixtures("clock")
def test_a_young_small_batch_waits():
    kept = Kept()
    batch = StoreBatch(kept)
    batch.add("a")
    batch.store_if_due()
    assert kept.writes == []


@pytest.mark.usefixtures("clock")
def test_a_full_batch_is_stored():
    kept = Kept()
    batch = StoreBatch(kept)
    for number in range(MAX_PHOTOS):
        batch.add(number)
    batch.store_if_due()
    assert kept.writes == [list(range(MAX_PHOTOS))]


def test_an_old_batch_is_stored_once(clock):
    kept = Kept()
    batch = StoreBatch(kept)
    batch.add("a")
    clock[0] += 1.0
    batch.store_if_due()
    batch.store_if_due()
    batch.store()
    assert kept.writes == [["a"]]


def test_what_is_gone_leaves_with_the_batch_and_only_once():
    kept = Kept()
    batch = StoreBatch(kept)
    batch.add("new name", ["old name"])
    batch.store()
    batch.add("other")
    batch.store()
    assert kept.gone == [["old name"], []]
