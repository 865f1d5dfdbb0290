"""All crops of one photo that are looked at, on the canvas of its turn."""

from __future__ import annotations

import numpy as np

from scoring.crops.anchors import Boxes, free_anchors, shaped_anchors
from scoring.crops.turn import Turn


def candidates(turn: Turn, ratio: float | None) -> Boxes:
    """(N, 4) crops of a width over height, of any shape for None; no rule is applied yet."""
    if ratio is not None:
        return turn.onto_canvas(shaped_anchors(turn.aspect, ratio, turn.deg))
    # The grid's anchors leave every shape between 1:2 and 2:1; beside them the frame's own shape, which many prefer.
    own = turn.onto_canvas(shaped_anchors(turn.aspect, turn.aspect, turn.deg))
    frame = np.array(turn.frame)
    return np.concatenate([_inside(frame, free_anchors(turn.aspect)), own[np.abs(own - frame).max(axis=1) > SAME]])


SAME = 1e-9
"""A rounding error: the frame itself is no crop of it."""


def _inside(frame: Boxes, boxes: Boxes) -> Boxes:
    """Boxes in shares of `frame` -> of what that lies in."""
    start, size = np.tile(frame[:2], 2), np.tile(frame[2:] - frame[:2], 2)
    return start + boxes * size
