"""Build, search, change."""

import logging
import threading

import numpy as np
import pytest

from index.vectors.contents import contents_of
from index.vectors.index_kind import cells_of
from index.vectors.store import VectorStore
from tests.benchmarks.truth.embeddings import ClusteredEmbeddings, unit

ROWS, SCENES = ClusteredEmbeddings(dimension=64).block(0, 6000)
IDS = np.random.default_rng(3).permutation(np.arange(10, 10 + 3 * len(ROWS), 3))


@pytest.fixture(params=["flat", "cells"])
def store(request, monkeypatch):
    if request.param == "cells":
        monkeypatch.setattr("index.vectors.index_kind.FLAT_AT_MOST", 2000)
    built = VectorStore.build(IDS, ROWS, "w")
    assert bool(cells_of(built._index)) == (request.param == "cells")
    return built


def exact(queries, top):
    cosines = queries @ ROWS.T
    order = np.argsort(-cosines, axis=1)[:, :top]
    return IDS[order], np.take_along_axis(cosines, order, 1)


def test_search_finds_what_comparing_with_all_finds(store):
    queries = unit(ROWS[::40] + 0.02)
    ids, cosines = store.search(queries, 10)
    wanted, their_cosines = exact(queries, 10)
    recall = np.mean([len(np.intersect1d(one, other)) / 10 for one, other in zip(ids, wanted, strict=True)])
    assert recall >= 0.95
    assert cosines[:, 0] == pytest.approx(their_cosines[:, 0], abs=2e-3)
    assert (np.diff(cosines, axis=1) <= 0).all()


def test_a_photo_finds_itself_first(store):
    ids, cosines = store.search(ROWS[:50], 1)
    assert ids[:, 0].tolist() == IDS[:50].tolist()
    assert cosines == pytest.approx(1.0, abs=1e-3)


def test_search_says_where_there_are_no_more():
    ids, cosines = VectorStore.build(np.array([4, 9]), ROWS[:2]).search(ROWS[:1], 4)
    assert ids[0, 2:].tolist() == [-1, -1]
    assert sorted(ids[0, :2]) == [4, 9]
    assert cosines[0, 2:].tolist() == [-np.inf, -np.inf]


def test_an_empty_store_finds_nothing():
    store = VectorStore.build(np.array([], int), np.empty((0, 64)))
    assert store.search(ROWS[:1], 2)[0].tolist() == [[-1, -1]]
    assert len(store.neighbours_above(0.5).first) == 0


def test_equally_near_photos_come_by_id():
    store = VectorStore.build(np.array([30, 10, 20]), np.repeat(ROWS[:1], 3, axis=0))
    assert store.search(ROWS[:1], 3)[0].tolist() == [[10, 20, 30]]


@pytest.mark.parametrize("queries", [ROWS[0], ROWS[:2, :63]])
def test_search_refuses_queries_of_another_shape(queries):
    with pytest.raises(ValueError, match=r"shape \(M, 64\)"):
        VectorStore.build(IDS[:9], ROWS[:9]).search(queries, 1)


def test_the_same_photos_give_the_same_answers_in_any_order_given(store):
    order = np.random.default_rng(8).permutation(len(IDS))
    again = VectorStore.build(IDS[order], ROWS[order], "w")
    for one, other in zip(store.search(ROWS[:100], 10), again.search(ROWS[:100], 10), strict=True):
        assert np.array_equal(one, other)


def test_an_added_photo_is_found_and_a_removed_one_is_not(store):
    new = unit(np.random.default_rng(1).standard_normal((1, 64))).astype(np.float32)
    store.add(np.array([99_999]), new)
    assert store.search(new, 1)[0].tolist() == [[99_999]]
    store.remove([99_999, 123_456_789])
    assert store.search(new, 1)[0].tolist() != [[99_999]]
    assert 99_999 not in store.contents.ids


def test_adding_a_known_photo_replaces_it(store):
    size = len(store)
    new = unit(np.random.default_rng(1).standard_normal((1, 64))).astype(np.float32)
    store.add(IDS[:1], new)
    assert len(store) == size
    assert store.search(new, 1)[0].tolist() == [[IDS[0]]]
    assert IDS[0] not in store.search(ROWS[:1], 1)[0]


def test_a_store_grows_into_cells(monkeypatch):
    monkeypatch.setattr("index.vectors.index_kind.FLAT_AT_MOST", 2000)
    store = VectorStore.build(IDS[:2000], ROWS[:2000])
    assert cells_of(store._index) == 0
    store.add(IDS[2000:], ROWS[2000:])
    assert cells_of(store._index) == 256
    assert store.search(ROWS[::60], 1)[0][:, 0].tolist() == IDS[::60].tolist()


def test_a_photo_without_a_usable_embedding_is_known_but_never_found(caplog):
    rows = ROWS[:20].copy()
    rows[7] = np.nan
    with caplog.at_level(logging.WARNING):
        store = VectorStore.build(np.arange(20), rows)
    assert len(store) == 19
    assert len(store.contents.ids) == 20
    assert 7 not in store.search(ROWS[7:8], 19)[0]
    assert len(caplog.records) == 1


def test_a_store_leaves_out_what_cannot_be_fetched_any_more():
    wanted = contents_of("w", np.arange(100))
    store = VectorStore.fetched(wanted, lambda ids: (ids[ids != 13], ROWS[ids[ids != 13]]), 64)
    assert store.contents.ids.tolist() == [number for number in range(100) if number != 13]


def test_a_store_follows_the_catalogue_fetching_only_what_is_new():
    store = VectorStore.build(np.arange(100), ROWS[:100], "w")
    asked = []

    def fetch(ids):
        asked.extend(ids.tolist())
        return ids, ROWS[ids + 1000]

    stamps = np.zeros(90, int)
    stamps[5] = 1
    now = contents_of("w", np.arange(20, 110), stamps)
    store.follow(now, fetch)
    assert asked == [25, *range(100, 110)]
    assert store.contents.fingerprint == now.fingerprint
    assert store.search(ROWS[1025:1026], 1)[0].tolist() == [[25]]
    assert len(store) == 90


def test_an_error_while_following_loses_and_repeats_nothing(monkeypatch):
    monkeypatch.setattr("index.vectors.store.ROWS_AT_ONCE", 10)
    store = VectorStore.build(np.arange(50), ROWS[:50], "w")
    now = contents_of("w", np.arange(80))

    def failing(ids):
        if 65 in ids:
            raise OSError("the disk went away")
        return ids, ROWS[ids]

    with pytest.raises(OSError, match="went away"):
        store.follow(now, failing)
    assert len(store) == len(store.contents.ids) == 60
    store.follow(now, lambda ids: (ids, ROWS[ids]))
    assert len(store) == 80


def test_many_threads_search_while_one_changes(store):
    wanted = store.search(ROWS[:20], 1)[0]
    wrong = []

    def search():
        found = [store.search(ROWS[:20], 1)[0] for _ in range(20)]
        wrong.extend(one for one in found if not np.array_equal(one, wanted))

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    away = unit(np.random.default_rng(1).standard_normal((30, 64))).astype(np.float32)
    for number in range(30):
        store.add(np.array([50_000 + number]), away[number : number + 1])
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(store) == len(ROWS) + 30
