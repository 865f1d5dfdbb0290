"""What is said of the faces: a level, and a sentence for a photographer."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.assessors.eye_state import EyeState
from scoring.assessors.face_findings import SHARP_EYES, FaceFinding, Unjudged
from scoring.assessors.place_words import place_in_words
from scoring.face_prominence import centre_of

EYES_CLOSED, FACE_CUT_OFF, EYES_SOFT = "eyes closed", "face cut off", "eyes soft"
"""The levels that name a fault of the faces."""
SOFT_THROUGHOUT = "soft throughout"
"""Soft eyes in a soft photo: the fault is told by focus and sharpness."""
HIDDEN = {
    Unjudged.TOO_SMALL: "too small in the picture",
    Unjudged.TURNED_AWAY: "turned away",
    Unjudged.UNCLEAR: "too dark or too blurred",
}


def level_of(one: FaceFinding) -> str:
    """The fault, if any, else how the eyes are."""
    if one.state is EyeState.CLOSED:
        return EYES_CLOSED
    if one.is_cut:
        return FACE_CUT_OFF
    if one.soft:
        return EYES_SOFT if one.softer_than_rest else SOFT_THROUGHOUT
    if one.sharpness is None:
        return "eyes open" if one.state is EyeState.OPEN else "face seen"
    sharp = "sharp" if one.sharpness >= SHARP_EYES else "slightly soft"
    return f"eyes open, {sharp}" if one.state is EyeState.OPEN else f"eyes {sharp}"


def sentence_about(worst: FaceFinding, among: Sequence[FaceFinding]) -> str:
    """What is wrong with the worst face, and where it is; or that nothing is."""
    who = which_face(worst, among)
    level = level_of(worst)
    if level == EYES_CLOSED:
        return f"Eyes closed or lowered on {who}."
    if level == FACE_CUT_OFF:
        return f"The edge of the frame cuts through {who}."
    if level == EYES_SOFT:
        return f"The eyes of {who} are soft, while the photo is sharper elsewhere."
    if level == SOFT_THROUGHOUT:
        return f"The eyes of {who} are soft, as is the whole photo."
    return _fine(worst, who, len(among))


def _fine(worst: FaceFinding, who: str, count: int) -> str:
    whose = f"The eyes of {who} are" if count == 1 else "The eyes of the faces that count are"
    parts = ["open"] if worst.state is EyeState.OPEN else []
    if worst.sharpness is not None:
        parts.append("sharp" if worst.sharpness >= SHARP_EYES else "not quite crisp at 100 %")
    return f"{whose} {' and '.join(parts)}." if parts else f"The eyes of {who} cannot be made out."


def which_face(one: FaceFinding, among: Sequence[FaceFinding]) -> str:
    """`the face at the left`, `the largest face, at the centre`, `a face at the right`."""
    x, y = centre_of(one.face)
    place = place_in_words(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))
    if len(among) == 1:
        return f"the face at {place}"
    largest = max(among, key=lambda other: other.face.area)
    return f"the largest face, at {place}" if one is largest else f"a face at {place}"


def abstention(unjudged: Sequence[FaceFinding]) -> str:
    """Why no face can be judged."""
    first = unjudged[0]
    if first.unjudged is None:
        raise ValueError("a face that can be judged needs no excuse")
    reason = HIDDEN[first.unjudged]
    if len(unjudged) == 1:
        return f"The eyes of {which_face(first, unjudged)} cannot be judged: it is {reason}."
    return f"None of the {len(unjudged)} faces that count can be judged; the most prominent is {reason}."
