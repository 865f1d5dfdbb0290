"""What is plainly wrong with a photo by itself: said of a frame that nothing better stands beside, which stays a keeper."""

from __future__ import annotations

from scoring.assessors.focus_verdict import Verdict
from scoring.percent import percent
from scoring.ranking.picks.eyes import seen_faces
from scoring.ranking.picks.faults import MAIN_FACE
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.wrong_exposure import (
    is_nearly_black,
    is_nearly_white,
    is_severe,
    is_spent,
    off_ev,
    white_share,
)

SURE_VERDICT = 0.4
"""Confidence of a verdict that is plain, as for a word in the list (`problems.confidence_from`)."""
FOCUS_FAULTS = {
    Verdict.SOFT.value: ("soft", "nothing in it is sharp"),
    Verdict.MOTION_BLUR.value: ("shaken", "it is blurred by movement"),
    Verdict.MISSED_FOCUS.value: ("out of focus", "the focus missed its subject"),
}
"""Verdict -> what a burst is like that has nothing better, and what is said of a single frame."""
CLOSED_EYES = ("closed-eyed", "the eyes are closed")
BLURRED = ("soft", "even its sharpest parts are soft")
BLURRED_LEVELS = frozenset({"blurred", "severely blurred"})


def own_faults(photo: RankedPhoto) -> list[tuple[str, str]]:
    """Its faults, each as a word for a burst and as a clause for a single frame; the word is empty where others may lack it."""
    blinks = any(face.is_closed and face.weight >= MAIN_FACE for face in seen_faces(photo))
    found = [_exposure(photo), _focus(photo), CLOSED_EYES if blinks else None]
    return [fault for fault in found if fault is not None]


def _exposure(photo: RankedPhoto) -> tuple[str, str] | None:
    """Severely wrong; nothing where dark or bright may be meant."""
    ev = off_ev(photo)
    if is_nearly_black(photo):
        return "", "it is nearly black"
    if is_nearly_white(photo):
        return "", f"{percent(white_share(photo))} of it is white"
    return ("", f"it is about {abs(ev):.0f} EV too {'dark' if ev < 0.0 else 'bright'}") if is_severe(ev) else None


def _focus(photo: RankedPhoto) -> tuple[str, str] | None:
    """What focus says; where it abstains, that nothing is crisp. Neither of a frame that is all but black or white."""
    said = photo.said_by("focus")
    if said is None:
        return BLURRED if _is_blurred(photo) and not is_spent(photo) else None
    return FOCUS_FAULTS.get(str(said.evidence.get("verdict"))) if said.confidence >= SURE_VERDICT else None


def _is_blurred(photo: RankedPhoto) -> bool:
    said = photo.said_by("sharpness")
    return said is not None and said.confidence >= SURE_VERDICT and said.level in BLURRED_LEVELS
