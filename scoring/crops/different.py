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
    for place in np.argsort(-scores, kind="stable").tolist():
        if len(chosen) == most or scores[place] < 0.0:
            break
        if all(overlap(boxes[place], boxes[other]) < SAME_OVERLAP for other in chosen):
            chosen.append(place)
    return chosen


def overlap(one: F64, other: F64) -> float:
    """Intersection over union of two boxes."""
    sides = np.minimum(one[2:], other[2:]) - np.maximum(one[:2], other[:2])
    shared = float(np.prod(np.maximum(sides, 0.0)))
    both = sum(float(np.prod(box[2:] - box[:2])) for box in (one, other)) - shared
    return shared / both if both > 0.0 else 0.0
