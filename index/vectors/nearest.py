"""The nearest vectors of an index, in an order that does not depend on how they were stored."""

from __future__ import annotations

import faiss
import numpy as np

from index.vectors.index_kind import FaissIndex, cells_of, use_threads
from index.vectors.types import Floats, Ints


def nearest(index: FaissIndex, queries: Floats, top: int, cells_looked_into: int) -> tuple[Ints, Floats]:
    """(M, top) ids and cosines, nearest first, of equals the lower id first; id -1 and cosine -inf where there are no more.

    `queries` (M, D) float32 of L2 norm 1. `cells_looked_into` counts where the index has cells.
    """
    use_threads(len(queries))
    parameters = faiss.SearchParametersIVF(nprobe=cells_looked_into) if cells_of(index) else None
    cosines, ids = index.search(np.ascontiguousarray(queries, np.float32), top, params=parameters)
    cosines = np.where(ids >= 0, np.clip(cosines, -1.0, 1.0), -np.inf).astype(np.float32)
    order = np.lexsort((ids, -cosines), axis=1)
    return np.take_along_axis(ids, order, 1), np.take_along_axis(cosines, order, 1)
