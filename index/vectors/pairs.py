"""All pairs of vectors that are alike: each vector looks for its own nearest, so the cost stays far from comparing all with all."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.vectors.index_kind import FaissIndex, vectors_in
from index.vectors.nearest import nearest
from index.vectors.types import Floats, Ints

CELLS_LOOKED_INTO = 4
"""Alike vectors lie in the same cell or in one beside it, and a pair is found from either side. Of the pairs that 64 cells find
among 100,000 made embeddings, 4 find .9998 of those at or above a cosine of .8, .996 from .7, .85 from .6 (8 cells: 1.0000, .999
and .92, for half as much time again)."""
AT_MOST = 32
"""Neighbours a vector names. A burst of hundreds stays in one piece, for its frames name one another in turn."""


class Pairs(NamedTuple):
    """P pairs of photos, each once, ordered by `first`, then `second`."""

    first: Ints
    """(P,) ids."""
    second: Ints
    """(P,) ids, each greater than its `first`."""
    cosines: Floats
    """(P,) in [-1, 1]."""


def pairs_above(index: FaissIndex, ids: Ints, cosine: float, at_most: int) -> Pairs:
    """The pairs of `index` at or above `cosine`; a vector names the nearest `at_most`. `ids`: all of the index, ascending."""
    keys, cosines = [np.empty(0, np.int64)], [np.empty(0, np.float32)]
    for own, rows in vectors_in(index):
        found, similar = nearest(index, rows, at_most + 1, CELLS_LOOKED_INTO)
        row, column = np.nonzero((found >= 0) & (found != own[:, None]) & (similar >= cosine))
        one, other = np.searchsorted(ids, own[row]), np.searchsorted(ids, found[row, column])
        keys.append(np.minimum(one, other) * len(ids) + np.maximum(one, other))
        cosines.append(similar[row, column])
    pairs, at = np.unique(np.concatenate(keys), return_index=True)
    first, second = np.divmod(pairs, max(1, len(ids)))
    return Pairs(ids[first], ids[second], np.concatenate(cosines)[at])
