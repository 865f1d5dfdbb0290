"""Nearest neighbours of made embeddings, by the size of the library: `python -m tests.benchmarks.vectors [--sizes N ...]`.

Each row runs in a process of its own, so that its peak memory is its own. Embeddings lie in a file of float16, as the catalogue
holds them; reading them is not counted as building. Queries are further frames of known scenes, not in the library.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from index.vectors.contents import contents_of
from index.vectors.index_kind import cells_of
from index.vectors.store import VectorStore
from tests.benchmarks.peak_memory import peak_memory_mb
from tests.benchmarks.truth.embeddings import DIMENSION, ClusteredEmbeddings, IsotropicEmbeddings, unit

KINDS = {"clustered": ClusteredEmbeddings, "isotropic": IsotropicEmbeddings}
SIZES = (10_000, 100_000, 1_000_000)
BLOCK = 10_000
QUERIES, TOP, ALIKE = 300, 10, 0.9
"""`ALIKE`: the cosine from which pairs are counted."""
COLUMNS = (
    "embeddings",
    "photos",
    "cells",
    "build s",
    "of cores s",
    "recall@10",
    "median ms",
    "p95 ms",
    f"pairs >= {ALIKE} s",
    "of cores s",
    "pairs found",
    "save s",
    "load s",
    "file MB",
    "peak MB",
)


class StoredRows:
    """Embeddings in a file of float16: what the catalogue would hand out, and the seconds that it took."""

    def __init__(self, path, kind, count):
        self.path, self.count, self.wall_s, self.cores_s = path, count, 0.0, 0.0
        self.planted = []
        with path.open("wb") as file:
            for number in range(count // BLOCK):
                rows, scenes = KINDS[kind]().block(number, BLOCK)
                rows = rows.astype(np.float16)
                file.write(rows.tobytes())
                self.planted.append(number * BLOCK + planted_pairs(rows.astype(np.float32), scenes))

    def rows(self, start, stop):
        length = (stop - start) * DIMENSION
        found = np.fromfile(self.path, np.float16, length, offset=2 * DIMENSION * start)
        return found.reshape(-1, DIMENSION).astype(np.float32)

    def fetch(self, ids):
        wall, cores = time.perf_counter(), time.process_time()
        blocks = ids // BLOCK
        parts = [
            self.rows(block * BLOCK, (block + 1) * BLOCK)[ids[blocks == block] % BLOCK] for block in np.unique(blocks)
        ]
        self.wall_s += time.perf_counter() - wall
        self.cores_s += time.process_time() - cores
        return ids, np.concatenate(parts)


def planted_pairs(rows, scenes):
    """(P, 2) places of all frames of one scene whose cosine is at least `ALIKE`; a scene's frames stand together."""
    frames_by_scene = np.split(np.arange(len(scenes)), np.flatnonzero(np.diff(scenes)) + 1)
    alike = [(frames, unit(rows[frames]) @ unit(rows[frames]).T >= ALIKE) for frames in frames_by_scene]
    return np.concatenate([frames[np.argwhere(np.triu(matrix, 1))] for frames, matrix in alike])


def queries_near(stored):
    """(QUERIES, D): frames of the library a little off, spread over all of it."""
    ids = np.linspace(0, stored.count - 1, QUERIES).astype(np.int64)
    noise = unit(np.random.default_rng(5).standard_normal((QUERIES, DIMENSION)))
    return unit(stored.fetch(ids)[1] + 0.3 * noise).astype(np.float32)


def exact_nearest(stored, queries):
    """(QUERIES, TOP) ids by comparing with all."""
    best, ids = np.full((QUERIES, TOP), -2.0), np.full((QUERIES, TOP), -1)
    for start in range(0, stored.count, BLOCK):
        cosines = np.concatenate([best, queries @ unit(stored.rows(start, start + BLOCK)).T], axis=1)
        known = np.concatenate([ids, np.broadcast_to(np.arange(start, start + BLOCK), (QUERIES, BLOCK))], axis=1)
        order = np.argsort(-cosines, axis=1, kind="stable")[:, :TOP]
        best, ids = np.take_along_axis(cosines, order, 1), np.take_along_axis(known, order, 1)
    return ids


def timed(work):
    """What `work` returns, and its seconds by the clock and of all cores."""
    wall, cores = time.perf_counter(), time.process_time()
    result = work()
    return result, time.perf_counter() - wall, time.process_time() - cores


def measured(kind, count, folder):
    """One row of the table."""
    stored = StoredRows(Path(folder) / "rows.f16", kind, count)
    queries = queries_near(stored)
    store, build = built(stored)
    row = [kind, count, cells_of(store._index), *build, *searched(store, queries, exact_nearest(stored, queries))]
    pairs, wall_s, cores_s = timed(lambda: store.neighbours_above(ALIKE))
    row += [wall_s, cores_s, found_share(np.concatenate(stored.planted), pairs, count)]
    path = Path(folder) / "vectors"
    row.append(timed(lambda: store.save(path))[1])
    store = None  # or the next line would hold two
    row.append(timed(lambda: VectorStore.load(path))[1])
    return [*row, path.stat().st_size / 1e6, peak_memory_mb()]


def built(stored):
    """The store, and its seconds by the clock and of all cores, without those of reading."""
    stored.wall_s = stored.cores_s = 0.0
    wanted = contents_of("made", np.arange(stored.count))
    store, wall_s, cores_s = timed(lambda: VectorStore.fetched(wanted, stored.fetch, DIMENSION))
    return store, [wall_s - stored.wall_s, cores_s - stored.cores_s]


def searched(store, queries, exact):
    """Recall, and the median and 95th percentile of the milliseconds that one query takes."""
    answers = [timed(lambda query=query: store.search(query[None], TOP)) for query in queries]
    hits = [len(np.intersect1d(found, truth)) / TOP for ((found, _), *_), truth in zip(answers, exact, strict=True)]
    waits_ms = [1000 * wall for _, wall, _ in answers]
    return [float(np.mean(hits)), float(np.median(waits_ms)), float(np.percentile(waits_ms, 95))]


def found_share(planted, pairs, count):
    """Share of the planted pairs that were found; nan where none were planted."""
    if len(planted) == 0:
        return float("nan")
    return float(np.isin(planted[:, 0] * count + planted[:, 1], pairs.first * count + pairs.second).mean())


def in_own_process(kind, count):
    """`measured` in a fresh process."""
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(1, mp_context=spawn) as pool:
        return pool.submit(measured, kind, count, folder).result()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help=f"multiples of {BLOCK}")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    options = parser.parse_args()
    print(" | ".join(COLUMNS))
    for kind in options.kinds:
        for count in options.sizes:
            row = in_own_process(kind, count)
            print(" | ".join(map(shown, row)), flush=True)


def shown(cell):
    """A number short enough for a table."""
    if not isinstance(cell, float):
        return str(cell)
    return f"{cell:.3g}" if cell < 100 else f"{cell:.0f}"


if __name__ == "__main__":
    main()
