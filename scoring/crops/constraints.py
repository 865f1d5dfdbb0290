"""What no crop may do: cut a face or the subject, lose what the camera focused on, keep too little."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scoring.box import Box
from scoring.crops.anchors import LEAST_AREA, Boxes
from scoring.crops.scene import Scene
from scoring.subject import CERTAIN_SUBJECT

Mask = npt.NDArray[np.bool_]

LEAST_SIDE_PX = 64
"""Issue "Composition, crops and straightening"."""
MOST_OF_IT = 0.6
"""A chain or a pier that the frame itself cuts may be cut shorter, to this part of what is seen of it: a choice."""
SLACK = 0.004
"""Half a pixel of the saliency map: a box may touch the crop's edge that closely."""


def allowed(scene: Scene, boxes: Boxes, size_px: tuple[float, float]) -> Mask:
    """(N, 4) crops on a canvas of (width, height) px -> which of them break no rule."""
    sides = (boxes[:, 2:] - boxes[:, :2]) * np.array(size_px)
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]) * scene.turn.enlarged
    fine = (sides.min(axis=1) >= LEAST_SIDE_PX) & (area >= LEAST_AREA - 1e-9)
    for face in scene.faces:
        fine &= _holds(boxes, face) | _misses(boxes, face)
    if scene.faces:
        fine &= _holds(boxes, scene.faces[0])
    if scene.subject is not None and scene.subject.confidence >= CERTAIN_SUBJECT:
        fine &= _holds(boxes, scene.subject.box, scene.subject.runs_into(scene.aspect))
    for x, y in scene.points[:1]:
        fine &= (boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])
    return np.asarray(fine, np.bool_)


def _holds(boxes: Boxes, box: Box, but_for: tuple[bool, bool, bool, bool] = (False,) * 4) -> Mask:
    """Which crops hold the box on all sides `but_for` those; there they must hold most of it."""
    kept = np.array(box)
    for side in np.flatnonzero(but_for).tolist():
        opposite = kept[(side + 2) % 4]
        kept[side] = opposite + MOST_OF_IT * (kept[side] - opposite)
    outside = np.concatenate([boxes[:, :2] - kept[:2], kept[2:] - boxes[:, 2:]], axis=1)
    return np.asarray((outside <= SLACK).all(axis=1), np.bool_)


def _misses(boxes: Boxes, box: Box) -> Mask:
    beside = (boxes[:, 0] >= box[2]) | (boxes[:, 2] <= box[0])
    return np.asarray(beside | (boxes[:, 1] >= box[3]) | (boxes[:, 3] <= box[1]), np.bool_)
