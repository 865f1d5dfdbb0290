"""Which index suits how many vectors."""

import numpy as np
import pytest

from index.vectors.index_kind import FLAT_AT_MOST, cells_for, cells_of, is_outgrown, new_index, thinned, vectors_in
from tests.benchmarks.truth.embeddings import ClusteredEmbeddings

ROWS, _ = ClusteredEmbeddings(dimension=32).block(0, 3000)


def with_cells(monkeypatch, flat_at_most=1000):
    monkeypatch.setattr("index.vectors.index_kind.FLAT_AT_MOST", flat_at_most)
    index = new_index(len(ROWS), 32, lambda wanted: ROWS[:wanted])
    index.add_with_ids(ROWS, np.arange(len(ROWS)) * 2)
    return index


def test_few_vectors_are_compared_with_all():
    assert cells_for(0) == cells_for(FLAT_AT_MOST) == 0


@pytest.mark.parametrize(("count", "cells"), [(20_001, 512), (100_000, 1024), (1_000_000, 4096)])
def test_cells_grow_as_the_root(count, cells):
    assert cells_for(count) == cells


def test_an_index_is_outgrown_when_it_should_have_cells_or_four_times_as_many(monkeypatch):
    flat = new_index(10, 32, lambda _: ROWS)
    assert not is_outgrown(flat, FLAT_AT_MOST)
    assert is_outgrown(flat, FLAT_AT_MOST + 1)
    index = with_cells(monkeypatch)
    assert (cells_of(index), is_outgrown(index, 6000), is_outgrown(index, 60_000)) == (256, False, True)


def test_vectors_come_out_as_they_went_in(monkeypatch):
    monkeypatch.setattr("index.vectors.index_kind.ROWS_AT_ONCE", 500)
    parts = list(vectors_in(with_cells(monkeypatch)))
    ids, rows = np.concatenate([ids for ids, _ in parts]), np.concatenate([rows for _, rows in parts])
    order = np.argsort(ids)
    assert len(parts) > 4
    assert ids[order].tolist() == list(range(0, 6000, 2))
    assert np.abs(rows[order] - ROWS).max() < 1e-3


def test_a_sample_of_the_index_is_spread_over_it(monkeypatch):
    monkeypatch.setattr("index.vectors.index_kind.ROWS_AT_ONCE", 500)
    index = with_cells(monkeypatch)
    everything = np.concatenate([rows for _, rows in vectors_in(index)])
    assert np.array_equal(thinned(index, 300), everything[::10])
