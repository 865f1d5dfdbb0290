"""What is plainly wrong with a photo by itself: said of a frame that nothing better stands beside, which stays a keeper."""

from __future__ import annotations

from scoring.assessors.focus_verdict import Verdict
from scoring.ranking.picks.eyes import seen_faces
from scoring.ranking.picks.faults import MAIN_FACE
from scoring.ranking.picks.ranked_photo import RankedPhoto

SURE_VERDICT = 0.4
"""Confidence of a focus verdict that is plain, as for a word in the list (`problems.confidence_from`)."""
FOCUS_FAULTS = {
    Verdict.SOFT.value: ("soft", "nothing in it is sharp"),
    Verdict.MOTION_BLUR.value: ("shaken", "it is blurred by movement"),
    Verdict.MISSED_FOCUS.value: ("out of focus", "the focus missed its subject"),
}
"""Verdict -> what a burst is like that has nothing better, and what is said of a single frame."""
CLOSED_EYES = ("closed-eyed", "the eyes are closed")


def own_faults(photo: RankedPhoto) -> list[tuple[str, str]]:
    """Its faults, each as a word for a burst and as a clause for a single frame."""
    said = photo.said_by("focus")
    verdict = None if said is None or said.confidence < SURE_VERDICT else str(said.evidence.get("verdict"))
    blinks = any(face.is_closed and face.weight >= MAIN_FACE for face in seen_faces(photo))
    return [*([FOCUS_FAULTS[verdict]] if verdict in FOCUS_FAULTS else []), *([CLOSED_EYES] if blinks else [])]
