"""Whether photos of one scene are a burst, or a scene that was photographed again."""

from __future__ import annotations

from math import log

import numpy as np

from scoring.groups.capture_order import CaptureOrder
from scoring.groups.group import GroupKind
from scoring.groups.same_scene import Scene

BURST_GAP_S = 10.0
"""Seconds apart, as the word says; a choice: who waits longer for the next frame is photographing anew."""
BURST_STEPS = 2
"""File numbers, where no clock tells: one frame may have been deleted."""
MOST_ZOOM, MOST_SHIFT = log(1.12), 0.2
"""Same framing, a choice: of the planted bursts, whose hands move by up to 8 %, all lie within."""


def kind_of_scene(order: CaptureOrder, scene: Scene) -> GroupKind:
    """BURST for the same framing seconds apart, else NEAR_DUPLICATE."""
    at = np.array(scene.members)
    gaps_s, steps = order.gaps_s(at[:-1], at[1:]), order.steps(at[:-1], at[1:])
    in_a_row = np.where(np.isfinite(gaps_s), gaps_s <= BURST_GAP_S, steps <= BURST_STEPS).all()
    framed_alike = all(
        abs(log(framing.zoom)) <= MOST_ZOOM and max(map(abs, framing.shift)) <= MOST_SHIFT for framing in scene.framings
    )
    return GroupKind.BURST if in_a_row and framed_alike else GroupKind.NEAR_DUPLICATE
