"""The vectors as the catalogue knows them now."""

import logging

import numpy as np
import pytest

from index.vectors.contents import contents_of
from index.vectors.current import current_vectors
from index.vectors.store import VectorStore
from tests.benchmarks.truth.embeddings import ClusteredEmbeddings

ROWS, _ = ClusteredEmbeddings(dimension=32).block(0, 300)


class MadeCatalogue:
    """Hands out rows by id and remembers whose were asked for."""

    def __init__(self):
        self.asked = []

    def __call__(self, ids):
        self.asked.extend(ids.tolist())
        return ids, ROWS[ids]


@pytest.fixture
def catalogue():
    return MadeCatalogue()


def library(count, weights="w"):
    return contents_of(weights, np.arange(count))


def finds_all(store, count):
    return store.search(ROWS[:count], 1)[0][:, 0].tolist() == list(range(count))


def test_a_lost_file_is_made_from_the_catalogue_and_kept(catalogue, tmp_path, caplog):
    assert finds_all(current_vectors(tmp_path / "deep" / "v", library(200), catalogue, 32), 200)
    assert VectorStore.load(tmp_path / "deep" / "v").contents.fingerprint == library(200).fingerprint
    assert caplog.records == []


def test_a_file_that_agrees_is_used_as_it_is(catalogue, tmp_path):
    path = tmp_path / "v"
    current_vectors(path, library(200), catalogue, 32)
    before = path.stat().st_ino
    catalogue.asked.clear()
    assert finds_all(current_vectors(path, library(200), catalogue, 32), 200)
    assert catalogue.asked == []
    assert path.stat().st_ino == before


def test_a_file_a_little_behind_fetches_only_what_is_new(catalogue, tmp_path):
    current_vectors(tmp_path / "v", library(200), catalogue, 32)
    catalogue.asked.clear()
    assert finds_all(current_vectors(tmp_path / "v", library(210), catalogue, 32), 210)
    assert catalogue.asked == list(range(200, 210))
    assert VectorStore.load(tmp_path / "v").contents.fingerprint == library(210).fingerprint


@pytest.mark.parametrize(
    "now", [library(300), library(90), library(200, "other weights")], ids=["more", "fewer", "other"]
)
def test_a_file_of_another_library_is_made_anew(catalogue, tmp_path, now):
    current_vectors(tmp_path / "v", library(200) if len(now.ids) != 300 else library(20), catalogue, 32)
    catalogue.asked.clear()
    store = current_vectors(tmp_path / "v", now, catalogue, 32)
    assert catalogue.asked == now.ids.tolist()
    assert store.contents.fingerprint == now.fingerprint


def test_a_damaged_file_is_told_and_made_anew(catalogue, tmp_path, caplog):
    path = tmp_path / "v"
    current_vectors(path, library(200), catalogue, 32)
    path.write_bytes(path.read_bytes()[:-100])
    with caplog.at_level(logging.WARNING):
        store = current_vectors(path, library(200), catalogue, 32)
    assert finds_all(store, 200)
    assert [record.getMessage() for record in caplog.records] == [
        f"the index of look-alikes {path} cannot be used (its checksum is wrong); "
        "it is made anew from the catalogue, nothing is lost"
    ]
    assert finds_all(VectorStore.load(path), 200)


def test_a_place_that_cannot_be_read_or_written_ends_nothing(catalogue, tmp_path, caplog):
    (tmp_path / "v").mkdir()
    with caplog.at_level(logging.WARNING):
        store = current_vectors(tmp_path / "v", library(50), catalogue, 32)
    assert finds_all(store, 50)
    assert [
        "cannot be read" in caplog.records[0].getMessage(),
        "cannot be written" in caplog.records[1].getMessage(),
    ] == [
        True,
        True,
    ]
    assert list(tmp_path.iterdir()) == [tmp_path / "v"]
