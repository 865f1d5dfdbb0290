"""Which photos of a shoot look alike at all: the pairs that are worth a closer look."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from index.vectors.store import VectorStore
from scoring.groups.seen_photo import AlikePairs


def alike_photos(embeddings: npt.NDArray[np.float32], cosine: float) -> AlikePairs:
    """(N, D) rows of L2 norm 1, or zero for a photo without one -> the pairs at or above `cosine`."""
    placed = np.flatnonzero(embeddings.any(axis=1))
    pairs = VectorStore.build(placed, embeddings[placed]).neighbours_above(cosine)
    return AlikePairs(pairs.first, pairs.second, pairs.cosines)
