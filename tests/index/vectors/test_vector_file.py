"""The file: whole or not at all, and nothing damaged is believed."""

import errno
import os
from pathlib import Path

import numpy as np
import pytest

from index.vectors.errors import DamagedVectorsError
from index.vectors.store import VectorStore
from index.vectors.vector_file import _write_index
from index.vectors.vector_header import HEADER_BYTES
from tests.benchmarks.truth.embeddings import ClusteredEmbeddings

ROWS, _ = ClusteredEmbeddings(dimension=32).block(0, 3000)
IDS = np.arange(len(ROWS)) + 5
FULL = Path("/dev/full")


@pytest.fixture(params=[20_000, 1000], ids=["flat", "cells"])
def store(request, monkeypatch):
    monkeypatch.setattr("index.vectors.index_kind.FLAT_AT_MOST", request.param)
    return VectorStore.build(IDS, ROWS, "trunk.2026", stamps=IDS * 2)


def test_a_store_read_back_answers_the_same(store, tmp_path):
    store.save(tmp_path / "v")
    again = VectorStore.load(tmp_path / "v")
    assert again.contents.fingerprint == store.contents.fingerprint
    assert again.contents.weights == "trunk.2026"
    for one, other in zip(store.search(ROWS[:50], 5), again.search(ROWS[:50], 5), strict=True):
        assert np.array_equal(one, other)
    again.add(np.array([1]), ROWS[:1])  # and can be changed
    assert len(again) == len(store) + 1


def test_the_same_photos_make_the_same_file(store, tmp_path):
    store.save(tmp_path / "one")
    VectorStore.build(IDS[::-1], ROWS[::-1], "trunk.2026", stamps=IDS[::-1] * 2).save(tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_one_thread_makes_the_same_file_as_many(store, tmp_path, monkeypatch):
    store.save(tmp_path / "many")
    monkeypatch.setattr("index.vectors.index_kind.MOST_THREADS", 1)
    VectorStore.build(IDS, ROWS, "trunk.2026", stamps=IDS * 2).save(tmp_path / "one")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "many").read_bytes()


@pytest.mark.parametrize("place", [0, 40, HEADER_BYTES + 3, HEADER_BYTES + 50_000, -1])
def test_a_flipped_bit_anywhere_is_noticed(store, tmp_path, place):
    path = tmp_path / "v"
    store.save(path)
    data = bytearray(path.read_bytes())
    data[place] ^= 0x10
    path.write_bytes(data)
    with pytest.raises(DamagedVectorsError):
        VectorStore.load(path)


@pytest.mark.parametrize("kept_bytes", [0, 10, HEADER_BYTES, HEADER_BYTES + 1, 60_000])
def test_a_file_cut_short_is_noticed(store, tmp_path, kept_bytes):
    path = tmp_path / "v"
    store.save(path)
    path.write_bytes(path.read_bytes()[:kept_bytes])
    with pytest.raises(DamagedVectorsError):
        VectorStore.load(path)


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0 a photo", b"[1, 2]", b'{"format": "assist.vectors/9"}', b"{}"])
def test_a_file_of_another_kind_is_refused(tmp_path, data):
    (tmp_path / "v").write_bytes(data)
    with pytest.raises(DamagedVectorsError, match="cannot be used"):
        VectorStore.load(tmp_path / "v")


@pytest.mark.parametrize(
    ("fact", "other"),
    [(b'"count": 3000', b'"count": 2000'), (b'"count": 3000', b'"count":   -1'), (b"trunk.2026", b"trunk.2027")],
)
def test_an_altered_header_is_noticed(store, tmp_path, fact, other):
    path = tmp_path / "v"
    store.save(path)
    assert fact in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(fact, other))
    with pytest.raises(DamagedVectorsError, match="checksum"):
        VectorStore.load(path)


def test_a_file_of_another_faiss_is_refused(store, tmp_path, monkeypatch):
    def foreign(_index, write):
        write(b"QQQQ" + bytes(100))

    monkeypatch.setattr("index.vectors.vector_file._write_index", foreign)
    store.save(tmp_path / "v")
    with pytest.raises(DamagedVectorsError, match="FAISS cannot read it"):
        VectorStore.load(tmp_path / "v")


def test_saving_where_it_is_full_keeps_the_file_before_and_leaves_no_part(store, tmp_path, monkeypatch):
    path = tmp_path / "v"
    VectorStore.build(IDS[:10], ROWS[:10], "before").save(path)
    written = []

    def full(_descriptor):
        written.append(1)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        store.save(path)
    assert caught.value.filename == str(path)
    assert written
    assert VectorStore.load(path).contents.weights == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full, which Linux has")
def test_a_disk_that_fills_while_faiss_writes_is_an_oserror(store):
    with FULL.open("wb", buffering=0) as full, pytest.raises(OSError, match="No space left"):
        _write_index(store._index, full.write)


def test_who_reads_while_another_run_saves_keeps_what_it_opened(store, tmp_path):
    path = tmp_path / "v"
    store.save(path)
    with path.open("rb") as reader:
        VectorStore.build(IDS[:10], ROWS[:10], "later").save(path)
        assert b"trunk.2026" in reader.read(HEADER_BYTES)
    assert VectorStore.load(path).contents.weights == "later"


def test_a_name_of_weights_too_long_for_the_header_is_refused(tmp_path):
    with pytest.raises(ValueError, match="too long"):
        VectorStore.build(IDS[:2], ROWS[:2], "w" * HEADER_BYTES).save(tmp_path / "v")
    assert list(tmp_path.iterdir()) == []
