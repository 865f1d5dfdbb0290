"""Every overlay, in the order in which a photographer looks at them. To add one, add one line."""

from __future__ import annotations

from scoring.overlays import clipping, composition, exposure, faces, focus, hue_ring, noise
from scoring.overlays.overlay import Overlay

OVERLAYS: tuple[Overlay, ...] = (
    exposure.OVERLAY,
    clipping.OVERLAY,
    focus.OVERLAY,
    faces.OVERLAY,
    hue_ring.OVERLAY,
    noise.OVERLAY,
    composition.OVERLAY,
)
