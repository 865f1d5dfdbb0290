"""All pairs that are alike."""

import numpy as np
import pytest

from index.vectors.store import VectorStore
from tests.benchmarks.truth.embeddings import ClusteredEmbeddings, unit

ROWS, SCENES = ClusteredEmbeddings(dimension=96).block(0, 4000)
IDS = np.arange(len(ROWS)) * 7 + 1
ALIKE = 0.9


def all_pairs(rows, ids, cosine):
    first, second = np.nonzero(np.triu(rows @ rows.T >= cosine, 1))
    return {(int(ids[one]), int(ids[other])) for one, other in zip(first, second, strict=True)}


def as_set(pairs):
    return set(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True))


def test_pairs_of_a_small_store_are_exactly_those_of_comparing_with_all():
    pairs = VectorStore.build(IDS, ROWS).neighbours_above(ALIKE, at_most=100)
    assert as_set(pairs) == all_pairs(ROWS, IDS, ALIKE)
    assert (pairs.first < pairs.second).all()
    assert len(as_set(pairs)) == len(pairs.first)
    assert pairs.cosines.min() >= ALIKE


def test_pairs_found_by_cells_are_nearly_all(monkeypatch):
    monkeypatch.setattr("index.vectors.index_kind.FLAT_AT_MOST", 2000)
    found = as_set(VectorStore.build(IDS, ROWS).neighbours_above(ALIKE, at_most=100))
    wanted = all_pairs(ROWS, IDS, ALIKE)
    assert len(wanted) > 1000
    assert len(found & wanted) >= 0.99 * len(wanted)


def test_pairs_carry_their_own_cosine():
    pairs = VectorStore.build(IDS, ROWS).neighbours_above(ALIKE)
    one, other = ROWS[np.searchsorted(IDS, pairs.first)], ROWS[np.searchsorted(IDS, pairs.second)]
    assert pairs.cosines == pytest.approx((one * other).sum(axis=1), abs=1e-4)


@pytest.mark.parametrize("flat_at_most", [20_000, 300])
def test_a_burst_longer_than_the_neighbours_named_stays_in_one_piece(monkeypatch, flat_at_most):
    monkeypatch.setattr("index.vectors.index_kind.FLAT_AT_MOST", flat_at_most)
    noise = np.random.default_rng(2).standard_normal((500, 96))
    burst = unit(ROWS[:1] + 0.2 * unit(noise)).astype(np.float32)
    pairs = VectorStore.build(np.arange(500), burst).neighbours_above(0.8, at_most=8)
    reached = np.arange(500)
    for _ in range(500):
        low = np.minimum(reached[pairs.first], reached[pairs.second])
        np.minimum.at(reached, pairs.first, low)
        np.minimum.at(reached, pairs.second, low)
    assert (reached == 0).all()


def test_five_hundred_equal_frames_are_one_piece():
    pairs = VectorStore.build(np.arange(500), np.repeat(ROWS[:1], 500, axis=0)).neighbours_above(0.99, at_most=8)
    assert set(pairs.first.tolist()) | set(pairs.second.tolist()) == set(range(500))
    assert pairs.first.max() < 20  # all name the same few


def test_a_photo_alone_is_in_no_pair():
    pairs = VectorStore.build(np.arange(2), np.eye(2, 96, dtype=np.float32)).neighbours_above(0.5)
    assert as_set(pairs) == set()
