"""Where to look closely: at an eye, where the camera focused, or at what is sharp."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoring.assessment import Assessment

MIDDLE = (0.5, 0.5)
LEVEL = 1.5
"""A box around two level eyes is as high as the one around a single eye; higher ones belong to a tilted head."""


def zoom_point(said: Mapping[str, Assessment], size_px: tuple[int, int]) -> tuple[float, float]:
    """(x, y) as shares of the upright photo of `size_px`, by what the focus assessor said; the middle where it said nothing."""
    focus = said.get("focus")
    if focus is None:
        return MIDDLE
    from scoring.assessors.focus_target import TargetKind  # late: the first photo is shown whole

    box = _box(focus.evidence.get("target_px")) or _box(focus.evidence.get("sharp_region_px"))
    if box is None:
        return MIDDLE
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if focus.evidence.get("target") == TargetKind.EYES:
        x = _eye(box, x)
    return min(max(x / size_px[0], 0.0), 1.0), min(max(y / size_px[1], 0.0), 1.0)


def _eye(box: tuple[float, float, float, float], middle: float) -> float:
    """The eye on the left of the box around both, and not the nose between them; the middle of a tilted head."""
    from scoring.assessors.focus_target import EYE_REACH

    apart = (box[2] - box[0]) / (1.0 + 2.0 * EYE_REACH)
    if box[3] - box[1] > LEVEL * 2.0 * EYE_REACH * apart:
        return middle
    return box[0] + EYE_REACH * apart


def _box(told: object) -> tuple[float, float, float, float] | None:
    if not isinstance(told, list | tuple) or len(told) != 4:
        return None
    left, top, right, bottom = (float(edge) for edge in told)
    return left, top, right, bottom
