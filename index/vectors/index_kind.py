"""Which FAISS index suits how many vectors: all compared exactly while they are few, sorted into cells (IVF) beyond."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import faiss
import numpy as np

from index.vectors.types import Floats, Ints

FaissIndex: TypeAlias = Any
"""FAISS's types are not read: some of its releases have none."""

FLAT_AT_MOST = 20_000
"""So many (D = 320) are compared one with all in 1.3 ms, and all with all in 3 s of one core; cells do either faster, but miss
some. A choice: exact as long as nobody waits for it."""
CELLS_PER_ROOT = 4.0
"""FAISS's guidelines (https://github.com/facebookresearch/faiss/wiki/Guidelines-to-choose-an-index) advise 4 to 16 times the
root of the number of vectors. The fewest: among 100,000 made embeddings 8 take three times as long to build."""
SAMPLE_PER_CELL = 24
"""Vectors that a cell is trained on. FAISS advises 39; among 100,000 made embeddings 39 in 10 rounds take twice as long and find
no more of the ten nearest (.994) than 24 in 8 (.996)."""
TRAINING_ROUNDS = 8
"""Measured with `SAMPLE_PER_CELL`."""
OUTGROWN = 4
"""An index with this many times fewer cells than its vectors deserve (sixteen times as many as it was made for) is built again:
a choice, for each cell looked into is then four times as long."""
ROWS_AT_ONCE = 16_384
"""Vectors on their way from the catalogue: 8 MB of 128 float32."""
MOST_THREADS = 4
"""A choice: the rest of the machine is for whoever works on it."""
ROWS_WORTH_THREADS = 64
"""A single query takes 0.3 ms of one thread among 10,000 vectors, and 75 ms of two that wait for each other on a busy machine."""


def cells_for(count: int) -> int:
    """Cells that suit `count` vectors: 0 (compare with all) or a power of two."""
    if count <= FLAT_AT_MOST:
        return 0
    return 1 << round(math.log2(CELLS_PER_ROOT * math.sqrt(count)))


def cells_of(index: FaissIndex) -> int:
    """0 for an index that compares with all."""
    return int(index.nlist) if isinstance(index, faiss.IndexIVF) else 0


def is_outgrown(index: FaissIndex, count: int) -> bool:
    """Whether `count` vectors deserve another index."""
    wanted, cells = cells_for(count), cells_of(index)
    return wanted > 0 if cells == 0 else wanted >= OUTGROWN * cells


def use_threads(rows: int) -> None:
    """Bounds FAISS's threads for work on so many rows, in the thread that calls; answers do not depend on it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    faiss.omp_set_num_threads(min(cores, MOST_THREADS) if rows >= ROWS_WORTH_THREADS else 1)


def new_index(count: int, dimension: int, sample: Callable[[int], Floats]) -> FaissIndex:
    """An empty index for `count` vectors; `sample(n)` gives about n of them to train its cells on."""
    cells = cells_for(count)
    rows = sample(cells * SAMPLE_PER_CELL) if cells else np.empty((0, dimension), np.float32)
    if len(rows) == 0:
        return faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))
    # float16 needs no residuals: they are for codes that are exact only near zero.
    index = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(dimension),
        dimension,
        min(cells, len(rows)),
        faiss.ScalarQuantizer.QT_fp16,
        faiss.METRIC_INNER_PRODUCT,
        False,
    )
    index.cp.spherical = True
    index.cp.niter = TRAINING_ROUNDS
    index.cp.min_points_per_centroid = 1  # else FAISS warns on stderr, bypassing our log
    index.train(rows)
    return index


def vectors_in(index: FaissIndex) -> Iterator[tuple[Ints, Floats]]:
    """All vectors of the index, a few thousand at a time, those of a cell together."""
    if cells_of(index) == 0:
        ids = faiss.vector_to_array(index.id_map)
        for start in range(0, len(ids), ROWS_AT_ONCE):
            part = ids[start : start + ROWS_AT_ONCE]
            yield part, index.index.reconstruct_n(start, len(part))
        return
    ends = np.cumsum([index.invlists.list_size(cell) for cell in range(index.nlist)])
    for cells in np.split(np.arange(index.nlist), np.flatnonzero(np.diff(ends // ROWS_AT_ONCE)) + 1):
        parts = [_vectors_of_cell(index, int(cell)) for cell in cells]
        yield np.concatenate([ids for ids, _ in parts]), np.concatenate([rows for _, rows in parts])


def _vectors_of_cell(index: FaissIndex, cell: int) -> tuple[Ints, Floats]:
    size = index.invlists.list_size(cell)
    if size == 0:
        return np.empty(0, np.int64), np.empty((0, index.d), np.float32)
    ids = faiss.rev_swig_ptr(index.invlists.get_ids(cell), size).copy()
    codes = faiss.rev_swig_ptr(index.invlists.get_codes(cell), size * index.code_size)
    return ids, codes.view(np.float16).reshape(size, index.d).astype(np.float32)


def thinned(index: FaissIndex, wanted: int) -> Floats:
    """(about `wanted`, D) vectors of the index, evenly spread over its cells."""
    step = max(1, index.ntotal // wanted)
    parts, seen = [np.empty((0, index.d), np.float32)], 0
    for _, rows in vectors_in(index):
        parts.append(rows[-seen % step :: step])
        seen += len(rows)
    return np.concatenate(parts)
