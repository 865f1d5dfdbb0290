"""Where a closer look begins, as a point and in words."""

from __future__ import annotations

from assist_cli.pictures.picture_key import Zoom
from assist_cli.pictures.zoom_point import zoom_point
from assist_cli.workflows.cull.cull_photo import CullPhoto

TARGETS = {"af_point": "where the camera focused", "eyes": "the eyes", "face": "the face", "subject": "the subject"}


def first_zoom(photo: CullPhoto) -> Zoom:
    """At an eye, where the camera focused, or at what is sharp; in the middle of a photo that was not judged."""
    if photo.scored is None:
        return Zoom(0.5, 0.5)
    return Zoom(*zoom_point(photo.scored.assessments, photo.scored.record.size_px))


def zoom_words(photo: CullPhoto) -> str:
    """What is there."""
    focus = None if photo.scored is None else photo.scored.assessments.get("focus")
    if focus is not None and focus.evidence.get("target_px"):
        return TARGETS.get(str(focus.evidence.get("target")), "what should be sharp")
    return "the sharpest part" if focus is not None and focus.evidence.get("sharp_region_px") else "the middle"
