"""The directions in which photos differ from one another much more than views of one photo do.

Fisher's discriminant with every photo a class (Fukunaga 1990, "Introduction to Statistical Pattern Recognition", 10.2), as image
retrieval learns its whitening (Mikolajczyk & Matas 2007; Radenovic et al. 2018, arXiv:1711.02512, "learned whitening"). Solved, not
searched for: no steps, no seed.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.training.embedder.recipe import Projection

F32 = npt.NDArray[np.float32]
F64 = npt.NDArray[np.float64]

SD_FLOOR = 1e-3
"""Keeps a feature that never moves from being divided by nothing; live ones vary by 0.05 and more."""


def discriminant(features: npt.NDArray[np.floating], wanted: Projection) -> tuple[F64, F64]:
    """(photos, views, F) -> the map (F, D) and its offset (D,): `features @ map + offset` has its mean at 0."""
    photos, views, width = features.shape
    rows = features.reshape(-1, width).astype(np.float32)
    mean, sd = rows.mean(axis=0), np.maximum(rows.std(axis=0), SD_FLOOR)
    rows = (rows - mean) / sd
    main = leading(rows.T @ rows / len(rows), min(wanted.components, len(rows)))
    seen = (rows @ main).reshape(photos, views, -1).astype(np.float64)
    to_map = main @ _between_over_within(seen, wanted)
    to_map /= sd[:, None]
    return to_map, -mean @ to_map


def leading(symmetric: npt.NDArray[np.floating], count: int) -> F64:
    """(F, F) -> (F, count): its eigenvectors of the largest eigenvalues, signs set so that the largest entry is positive."""
    vectors = np.linalg.eigh(symmetric.astype(np.float64))[1][:, ::-1][:, :count]
    signs = np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(vectors.shape[1])])
    return np.asarray(vectors * signs, np.float64)


def _between_over_within(seen: F64, wanted: Projection) -> F64:
    """(photos, views, C) -> (C, D), such that views of one photo differ alike in all directions."""
    centres = seen.mean(axis=1)
    apart = (seen - centres[:, None]).reshape(-1, seen.shape[2])
    within = apart.T @ apart / (len(centres) * (seen.shape[1] - 1))
    # The centres of a few views still hold a share of what varies within them.
    between = np.cov(centres, rowvar=False) - within / seen.shape[1]
    within[np.diag_indices_from(within)] += wanted.shrinkage * np.trace(within) / len(within)
    whitened = np.linalg.inv(np.linalg.cholesky(within))
    return np.asarray(whitened.T @ leading(whitened @ between @ whitened.T, wanted.dimension), np.float64)
