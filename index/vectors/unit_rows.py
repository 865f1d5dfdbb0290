"""What may become a vector: rows of finite numbers and L2 norm 1. One bad row must not spoil its neighbours."""

from __future__ import annotations

import logging

import numpy as np

from index.vectors.types import Floats, Ints

log = logging.getLogger(__name__)

NORM_TOLERANCE = 0.01
"""A row of 320 numbers rounded to float16 (relative error 2**-11, IEEE 754) keeps its norm within 0.0005; this is twenty
times as much, and a row that was never normalised misses it."""


def usable(ids: Ints, embeddings: Floats, dimension: int) -> tuple[Ints, Floats]:
    """The rows of `embeddings` (N, D) that are finite and of L2 norm 1, scaled to exactly that, and their ids.

    The others are left out. Raises `ValueError` for arrays of the wrong shape.
    """
    ids = np.ascontiguousarray(ids, np.int64)
    rows = np.ascontiguousarray(embeddings, np.float32)
    if rows.shape != (len(ids), dimension):
        raise ValueError(f"{len(ids)} ids need embeddings of shape ({len(ids)}, {dimension}), not {rows.shape}")
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    good = np.abs(norms - 1.0) <= NORM_TOLERANCE  # false for a row with a nan or an infinity
    if good.all():
        return ids, rows / norms[:, None]
    return ids[good], rows[good] / norms[good, None]


def tell_left_out(ids: Ints, good: Ints) -> None:
    """One line in the log for those of `ids` that are not in `good`."""
    bad = np.setdiff1d(ids, good)
    if len(bad):
        first = ", ".join(map(str, bad[:5]))
        log.warning(
            "%d photos have no usable embedding and are compared with none (ids %s); score them again", len(bad), first
        )
