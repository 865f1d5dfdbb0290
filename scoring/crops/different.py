"""Picks the best crops that are not all the same one."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.crops.anchors import Boxes

F64 = npt.NDArray[np.float64]

SAME_OVERLAP = 0.75
"""Intersection over union from which two crops are one: a square crop of 8 to 11 bins and itself moved by a bin give 0.78 to
0.83."""


def different(boxes: Boxes, scores: F64, most: int) -> list[int]:
    """Places of at most `most` boxes, best first, each different from those before it; those of negative score are left out."""
    chosen: list[int] = []
    left = scores.copy()
    while len(chosen) < most and len(left) and left.max() >= 0.0:
        best = int(left.argmax())
        chosen.append(best)
        left[overlaps(boxes, boxes[best]) >= SAME_OVERLAP] = -1.0
        left[best] = -1.0
    return chosen


def overlaps(boxes: Boxes, other: F64) -> F64:
    """(N,) intersection over union of each box with another."""
    shared = np.prod(np.maximum(np.minimum(boxes[:, 2:], other[2:]) - np.maximum(boxes[:, :2], other[:2]), 0.0), axis=1)
    union = np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) + float(np.prod(other[2:] - other[:2])) - shared
    return np.asarray(np.divide(shared, union, out=np.zeros_like(shared), where=union > 0.0), np.float64)


def overlap(one: F64, other: F64) -> float:
    """Intersection over union of two boxes."""
    return float(overlaps(one[None], other)[0])
