"""Where to look first at 1:1: where the camera focused or the eyes are, else where it is sharp, else the middle."""

from __future__ import annotations

from collections.abc import Sequence

from assist_cli.pictures.picture_key import Zoom
from assist_cli.workflows.cull.cull_photo import CullPhoto

TARGET, SHARPEST = "target_px", "sharp_region_px"
"""Evidence of focus: what should be sharp, and what is."""
WORDS = {"af_point": "where the camera focused", "eyes": "the eyes", "face": "the face", "subject": "the subject"}
MIDDLE = Zoom(0.5, 0.5)


def zoom_point(photo: CullPhoto) -> tuple[Zoom, str]:
    """The point, and what is there in words."""
    focus = None if photo.scored is None else photo.scored.assessments.get("focus")
    if focus is None or photo.size_px is None:
        return MIDDLE, "the middle"
    evidence = focus.evidence
    if (box := _box(evidence.get(TARGET))) is not None:
        return _middle(box, photo.size_px), WORDS.get(str(evidence.get("target")), "what should be sharp")
    if (box := _box(evidence.get(SHARPEST))) is not None:
        return _middle(box, photo.size_px), "the sharpest part"
    return MIDDLE, "the middle"


def _box(value: object) -> Sequence[float] | None:
    return value if isinstance(value, list | tuple) and len(value) == 4 else None


def _middle(box: Sequence[float], size_px: tuple[int, int]) -> Zoom:
    x, y = (box[0] + box[2]) / 2 / size_px[0], (box[1] + box[3]) / 2 / size_px[1]
    return Zoom(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
