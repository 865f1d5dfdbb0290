"""How well a map of where the subject is agrees with its known mask, and one box with another."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.floating]

BETA_SQUARED = 0.3
"""Precision counts more than recall: the usual F measure of saliency (Achanta et al. 2009, section 4)."""
THRESHOLDS = np.arange(1, 256) / 256.0


def pixel_auc(saliency: Floats, mask: Mask) -> float:
    """How often a place of the subject is more salient than one beside it, ties half (Mann & Whitney 1947); NaN if either is
    empty. Arrays of one shape."""
    values, inside = saliency.ravel(), mask.ravel()
    subject = np.count_nonzero(inside)
    beside = inside.size - subject
    if not subject or not beside:
        return float("nan")
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    middle_rank = (np.cumsum(count) - (count - 1) / 2.0)[place]
    return float((middle_rank[inside].sum() - subject * (subject + 1) / 2.0) / (subject * beside))


def f_by_threshold(saliency: Floats, mask: Mask) -> npt.NDArray[np.float64]:
    """(255,): F of the map cut at each of `THRESHOLDS`; its mean over photos, at the best one, is the maximal F."""
    inside, everywhere = (np.sort(values.ravel()) for values in (saliency[mask], saliency))
    found, said = (len(values) - np.searchsorted(values, THRESHOLDS) for values in (inside, everywhere))
    precision, recall = found / np.maximum(said, 1), found / max(len(inside), 1)
    both = BETA_SQUARED * precision + recall
    return np.asarray((1.0 + BETA_SQUARED) * precision * recall / np.maximum(both, 1e-12), np.float64)
