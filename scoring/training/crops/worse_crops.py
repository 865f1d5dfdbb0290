"""Crops of a photo that nobody would make: through the subject, beside it, or half way to what lies round the photo."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.crops.anchors import Boxes
from scoring.subject import Subject

F64 = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]

MIDDLE: Box = (0.3, 0.3, 0.7, 0.7)
"""Stands for the subject where none is found: few photographers put what matters at the rim."""
AREA, SHAPE = (0.2, 0.9), 0.4
"""Share of the photo, and spread of the logarithm of width over height, of crops that are tried."""
CUT, MISSED = (0.15, 0.8), 0.15
"""Share of the subject's box that a crop keeps to be called cut, and missed."""
TRIES = 400
PART = (0.4, 1.0)
"""How much of what lies round the photo on each side a half-hearted crop keeps."""


def worse_crops(subject: Subject | None, count: int, rng: np.random.Generator) -> Boxes:
    """(at most 2 `count`, 4) boxes: as many that cut the subject as that miss it; fewer where the subject fills the photo."""
    thing = MIDDLE if subject is None else subject.box
    boxes = _tried(rng)
    sides = np.minimum(boxes[:, 2:], thing[2:]) - np.maximum(boxes[:, :2], thing[:2])
    kept = np.prod(np.maximum(sides, 0.0), axis=1) / ((thing[2] - thing[0]) * (thing[3] - thing[1]))
    cut, missed = boxes[(kept > CUT[0]) & (kept < CUT[1])], boxes[kept <= MISSED]
    return np.concatenate([cut[:count], missed[:count]])


def half_hearted(inner: Box, count: int, rng: np.random.Generator) -> Boxes:
    """(count, 4) boxes between `inner` and the whole picture, nearer to the whole."""
    share = rng.uniform(*PART, (count, 4))
    start, stop = np.array(inner[:2]), np.array(inner[2:])
    return np.concatenate([start * (1.0 - share[:, :2]), stop + (1.0 - stop) * share[:, 2:]], axis=1)


def inside(outer: Box, boxes: Boxes) -> Boxes:
    """Boxes given in shares of `outer`, in shares of the picture."""
    start, size = np.array(outer[:2]), np.array(outer[2:]) - np.array(outer[:2])
    return np.concatenate([start + boxes[:, :2] * size, start + boxes[:, 2:] * size], axis=1)


def _tried(rng: np.random.Generator) -> Boxes:
    area, shape = rng.uniform(*AREA, TRIES), np.exp(rng.uniform(-SHAPE, SHAPE, TRIES))
    width, height = np.minimum(1.0, np.sqrt(area * shape)), np.minimum(1.0, np.sqrt(area / shape))
    left, top = rng.random(TRIES) * (1.0 - width), rng.random(TRIES) * (1.0 - height)
    return np.stack([left, top, left + width, top + height], axis=1)
