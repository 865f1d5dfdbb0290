"""The vectors of a library: built once, changed photo by photo, searched from any thread."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.vectors.contents import Contents, contents_of
from index.vectors.index_kind import ROWS_AT_ONCE, FaissIndex, is_outgrown, new_index, thinned, use_threads, vectors_in
from index.vectors.nearest import nearest
from index.vectors.pairs import AT_MOST, Pairs, pairs_above
from index.vectors.turns import Turns
from index.vectors.types import Fetch, Floats, Ints
from index.vectors.unit_rows import tell_left_out, usable
from index.vectors.vector_file import read_vectors, write_vectors

CELLS_LOOKED_INTO = 64
"""Of 4,096 at a million made embeddings: finds .992 of the ten nearest in 1.2 ms (tests/benchmarks/vectors.py)."""


class VectorStore:
    """Embeddings by photo id. Safe to use from many threads; the same input in the same order gives the same answers."""

    def __init__(self, contents: Contents, index: FaissIndex) -> None:
        self._contents = contents
        self._index = index
        self._turns = Turns()

    @classmethod
    def build(cls, ids: Ints, embeddings: Floats, weights: str = "", stamps: Ints | None = None) -> VectorStore:
        """`ids` (N,), each once, and `embeddings` (N, D) float32 of L2 norm 1, by `weights`; `stamps` as in `Contents`.

        A row that is not finite or not of norm 1 is left out, with a line in the log.
        """
        wanted = contents_of(weights, ids, stamps)
        order = np.argsort(np.asarray(ids), kind="stable")
        rows = np.asarray(embeddings)

        def fetch(some: Ints) -> tuple[Ints, Floats]:
            return some, np.asarray(rows[order[np.searchsorted(wanted.ids, some)]], np.float32)

        return cls.fetched(wanted, fetch, rows.shape[1])

    @classmethod
    def fetched(cls, contents: Contents, fetch: Fetch, dimension: int) -> VectorStore:
        """A store of these contents, fetched a few thousand at a time, so that memory holds them once.

        An id that `fetch` no longer finds is left out.
        """

        def sample(wanted: int) -> Floats:
            chosen = contents.ids[:: max(1, len(contents.ids) // wanted)]
            return np.concatenate([usable(*fetch(part), dimension)[1] for part in _parts(chosen)])

        use_threads(len(contents.ids))
        store = cls(contents.part(np.empty(0, np.int64)), new_index(len(contents.ids), dimension, sample))
        store._fetch(contents, fetch)
        return store

    @classmethod
    def load(cls, path: Path) -> VectorStore:
        """The store kept at `path`; raises `DamagedVectorsError`, or `OSError` when it cannot be read."""
        return cls(*read_vectors(path))

    def save(self, path: Path) -> None:
        """Keep it at `path`, whole or not at all; of two runs the last one wins. Raises `OSError` that names `path`."""
        with self._turns.search():
            write_vectors(path, self._contents, self._index)

    @property
    def contents(self) -> Contents:
        """What is known, unusable embeddings included."""
        return self._contents

    @property
    def dimension(self) -> int:
        """D of the embeddings."""
        return int(self._index.d)

    def __len__(self) -> int:
        """How many vectors can be found."""
        return int(self._index.ntotal)

    def add(self, ids: Ints, embeddings: Floats, stamps: Ints | None = None) -> None:
        """Add or replace these photos; see `build`. Grows into another kind of index where the number asks for it."""
        new = contents_of(self._contents.weights, ids, stamps)
        good, rows = usable(ids, embeddings, self.dimension)
        with self._turns.change():
            self._add(new, good, rows)

    def remove(self, ids: npt.ArrayLike) -> None:
        """Forget these photos; unknown ids are no error."""
        with self._turns.change():
            self._remove(np.asarray(ids, np.int64).reshape(-1))

    def follow(self, contents: Contents, fetch: Fetch) -> None:
        """Come to hold exactly `contents`: forget what is gone or has changed, fetch what is new."""
        with self._turns.change():
            self._remove(self._contents.not_in(contents))
            self._fetch(contents.part(contents.not_in(self._contents)), fetch)

    def search(self, queries: Floats, top: int) -> tuple[Ints, Floats]:
        """(M, D) queries of L2 norm 1 -> (M, top) ids and cosines, nearest first; id -1 and cosine -inf where there are fewer.

        A photo of the store finds itself. Raises `ValueError` for queries of another shape.
        """
        if queries.ndim != 2 or queries.shape[1] != self.dimension or top < 1:
            raise ValueError(
                f"queries of shape (M, {self.dimension}) and a top of at least 1, not {queries.shape} and {top}"
            )
        with self._turns.search():
            return nearest(self._index, queries, top, CELLS_LOOKED_INTO)

    def neighbours_above(self, cosine: float, at_most: int = AT_MOST) -> Pairs:
        """All pairs of photos whose cosine is at least `cosine`, where a photo names its nearest `at_most`.

        Exact up to `FLAT_AT_MOST` photos; beyond, meant for a `cosine` of .7 and more, where 1 pair in 250 may be missed.
        """
        with self._turns.search():
            return pairs_above(self._index, self._contents.ids, cosine, at_most)

    def _fetch(self, contents: Contents, fetch: Fetch) -> None:
        use_threads(len(contents.ids))
        known = [np.empty(0, np.int64)]
        try:
            for part in _parts(contents.ids):
                found, embeddings = fetch(part)
                self._insert(found, *usable(found, embeddings, self.dimension))
                known.append(found)
        finally:  # what was added before an error counts
            self._contents = self._contents.joined(contents.part(np.concatenate(known)))
        self._grow()

    def _add(self, new: Contents, good: Ints, rows: Floats) -> None:
        use_threads(len(good))
        self._remove(new.ids[np.isin(new.ids, self._contents.ids)])
        self._insert(new.ids, good, rows)
        self._contents = self._contents.joined(new)
        self._grow()

    def _insert(self, ids: Ints, good: Ints, rows: Floats) -> None:
        tell_left_out(ids, good)
        self._index.add_with_ids(rows, good)

    def _grow(self) -> None:
        if is_outgrown(self._index, len(self)):
            self._index = _regrown(self._index)

    def _remove(self, ids: Ints) -> None:
        if len(ids):
            self._index.remove_ids(ids)
            self._contents = self._contents.without(ids)


def _regrown(old: FaissIndex) -> FaissIndex:
    use_threads(old.ntotal)
    grown = new_index(old.ntotal, old.d, lambda wanted: thinned(old, wanted))
    for ids, rows in vectors_in(old):
        grown.add_with_ids(rows, ids)
    return grown


def _parts(ids: Ints) -> list[Ints]:
    return [ids[start : start + ROWS_AT_ONCE] for start in range(0, len(ids), ROWS_AT_ONCE)]
