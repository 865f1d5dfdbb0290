"""Embeddings come back as a matrix, and their stamps tell which of them are others than before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from index.catalog.stored import StoredEmbedding
from index.vectors.contents import contents_of

EMBEDDER = "lite0@0123456789ab"


def embedded(photo, *values, embedder=EMBEDDER):
    return replace(photo, embeddings=(StoredEmbedding(embedder, np.array(values, "<f2").tobytes()),))


@pytest.fixture
def stored(catalog, make_photo):
    """Stores three photos, the last of them embedded by others; returns the ids."""
    catalog.store(
        [
            embedded(make_photo("/a.jpg"), 0.6, 0.8, 0.0),
            embedded(make_photo("/b.jpg"), 0.0, 0.0, 1.0),
            embedded(make_photo("/c.jpg"), 1.0, embedder="other@0123456789ab"),
        ]
    )
    return [seen.photo_id for seen in catalog.seen_photos()]


def test_embeddings_come_as_rows_in_the_order_of_their_ids(catalog, stored):
    a, b, c = stored
    ids, rows = catalog.embeddings([b, c, a, 99], EMBEDDER)
    assert ids.tolist() == [a, b]
    assert (rows.dtype, rows.shape) == (np.float32, (2, 3))
    np.testing.assert_allclose(rows, [[0.6, 0.8, 0.0], [0.0, 0.0, 1.0]], atol=1e-3)


def test_no_embeddings_are_an_empty_matrix(catalog, stored):
    ids, rows = catalog.embeddings(stored, "nobody@0123456789ab")
    assert (ids.shape, rows.shape) == ((0,), (0, 0))


def test_a_damaged_row_is_left_out_and_told(catalog, stored, caplog):
    catalog._db.execute("UPDATE embeddings SET embedding = x'00' WHERE photo_id = ?", [stored[0]])
    ids, _rows = catalog.embeddings(stored, EMBEDDER)
    assert ids.tolist() == [stored[1]]
    assert "1 embeddings are damaged" in caplog.text


def test_stamps_are_those_of_one_embedder_and_fit_the_index_of_look_alikes(catalog, stored):
    ids, stamps = catalog.embedding_stamps(EMBEDDER)
    assert ids.tolist() == stored[:2]
    assert len(set(stamps.tolist())) == 2
    assert contents_of(EMBEDDER, ids, stamps).fingerprint == contents_of(EMBEDDER, ids, stamps).fingerprint


def test_another_embedding_under_the_same_id_has_another_stamp(catalog, make_photo):
    catalog.store([embedded(make_photo("/a.jpg"), 1.0, 0.0)])
    before = catalog.embedding_stamps(EMBEDDER)
    catalog.store([embedded(make_photo("/a.jpg"), 1.0, 0.0)])
    same = catalog.embedding_stamps(EMBEDDER)
    catalog.forget([Path("/a.jpg")])
    catalog.store([embedded(make_photo("/b.jpg", asset_id="cd34"), 0.0, 1.0)])
    after = catalog.embedding_stamps(EMBEDDER)
    assert after[0].tolist() == same[0].tolist()  # the catalogue gives the last id again
    assert same[1].tolist() == before[1].tolist()
    assert after[1].tolist() != same[1].tolist()


def test_stamps_of_missing_photos_come_only_if_asked_for(catalog, stored):
    catalog.upkeep.mark_missing([Path("/a.jpg")], datetime(2026, 1, 1, tzinfo=UTC))
    assert catalog.embedding_stamps(EMBEDDER)[0].tolist() == [stored[1]]
    assert catalog.embedding_stamps(EMBEDDER, missing=True)[0].tolist() == stored[:2]


def test_stamps_of_no_embeddings_are_two_empty_columns(catalog):
    ids, stamps = catalog.embedding_stamps(EMBEDDER)
    assert (ids.shape, stamps.shape) == ((0,), (0,))


def test_stamps_are_read_without_the_embeddings(catalog):
    plan = " ".join(
        row[3]
        for row in catalog._db.execute(
            "EXPLAIN QUERY PLAN SELECT photo_id, stamp FROM embeddings WHERE embedder = 'x' ORDER BY photo_id"
        )
    )
    assert "COVERING INDEX embeddings_by_embedder" in plan
    assert "B-TREE" not in plan
