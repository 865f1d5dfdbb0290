"""Where the horizon lies whose tilt the composition assessor tells."""

from __future__ import annotations

from scoring.assessors.horizon import find_horizon
from scoring.assessors.lines import LONG_EDGE_PX, find_lines
from scoring.crops.line_tilt import SAME_LEAN_DEG
from scoring.frame import Frame


def horizon_height(frame: Frame, tilt_deg: float) -> float | None:
    """Middle of the horizon from the top, as a share of the picture's height; None without one that runs at this tilt."""
    enough = [level for level in frame.luma_halvings if max(level.shape) >= LONG_EDGE_PX]
    horizon = find_horizon(find_lines(enough[-1] if enough else frame.luma))
    return horizon.height if abs(horizon.tilt_deg - tilt_deg) <= SAME_LEAN_DEG else None
