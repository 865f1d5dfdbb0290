"""How well an embedder tells views of one photo from photos of other scenes, on photos that it did not learn from."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Results = dict[str, dict[str, object]]

FALSE_SHARES = {"one_in_1000": 1e-3, "one_in_10000": 1e-4}
"""Share of the pairs of different scenes that may pass. A shoot of 2,000 photos has two million pairs."""


def held_out_results(embeddings: F32, scenes: Ints) -> Results:
    """(photos, views, D) rows of L2 norm 1, (photos,) scene numbers -> at each `FALSE_SHARES`: the cosine that so many pairs of
    different scenes pass, and the share of pairs of views of one photo that pass it.
    """
    views = range(embeddings.shape[1])
    same = np.concatenate([(embeddings[:, i] * embeddings[:, j]).sum(axis=1) for i, j in combinations(views, 2)])
    other_scene = scenes[:, None] != scenes[None]
    others = np.concatenate([(embeddings[:, 0] @ embeddings[:, view].T)[other_scene] for view in views])
    return {name: _passing(same, others, share, len(embeddings)) for name, share in FALSE_SHARES.items()}


def _passing(same: F32, others: F32, share: float, photos: int) -> dict[str, object]:
    cosine = float(np.quantile(others, 1.0 - share))
    return {"photos": photos, "cosine": round(cosine, 3), "views_found": round(float((same > cosine).mean()), 4)}
