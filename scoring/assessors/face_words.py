"""What is said of the faces: a level, and a sentence for a photographer."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.assessors.eye_state import EyeState
from scoring.assessors.face_findings import FaceFinding, Unjudged
from scoring.assessors.place_words import place_in_words
from scoring.face_prominence import centre_of

EYES_CLOSED, FACE_CUT_OFF, EYES_SOFT = "eyes closed", "face cut off", "eyes soft"
"""The levels that name a fault of the faces."""
SOFT_THROUGHOUT = "soft throughout"
"""Soft eyes in a soft photo: the fault is told by focus and sharpness."""
FAULTS = frozenset({EYES_CLOSED, FACE_CUT_OFF, EYES_SOFT, SOFT_THROUGHOUT})
SMALLER_CLOSED = "eyes closed on a smaller face"
"""Told, and no fault of the photo as the closed eyes of a main face are."""
MOST_NAMED = 2
"""More faces with closed eyes are counted, not placed."""
HIDDEN = {
    Unjudged.TOO_SMALL: "too small in the picture",
    Unjudged.TURNED_AWAY: "turned away",
    Unjudged.NOISY: "too noisy",
    Unjudged.UNCLEAR: "too dark or too blurred",
}


def level_of(one: FaceFinding) -> str:
    """The fault of one face that can be judged, if any, else how its eyes are."""
    if one.state is EyeState.CLOSED:
        return EYES_CLOSED
    if one.is_cut:
        return FACE_CUT_OFF
    if one.soft:
        return EYES_SOFT if one.softer_than_rest else SOFT_THROUGHOUT
    if one.sharpness is None:
        return "eyes open"
    sharp = "sharp" if one.sharp else "slightly soft"
    return f"eyes open, {sharp}" if one.state is EyeState.OPEN else f"eyes {sharp}"


def level_among(worst: FaceFinding, counted: Sequence[FaceFinding]) -> str:
    """The level of the face that decides; but of a face without fault, that another one has its eyes closed."""
    level = level_of(worst)
    return SMALLER_CLOSED if level not in FAULTS and _closed(counted) else level


def sentences(worst: FaceFinding, counted: Sequence[FaceFinding]) -> tuple[str, ...]:
    """What is wrong with the worst face, and where it is, or that nothing is; then who has closed eyes.

    `counted`: all faces that count, also those that cannot be judged: nothing is said of all unless it is known of each.
    """
    closed = _closed_eyes(counted)
    return closed if level_of(worst) == EYES_CLOSED else (_of_worst(worst, counted), *closed)


def _of_worst(worst: FaceFinding, counted: Sequence[FaceFinding]) -> str:
    level = level_of(worst)
    if level == FACE_CUT_OFF:
        return f"The edge of the frame cuts through {which_face(worst, counted)}."
    if level == EYES_SOFT:
        return f"{_eyes_of(worst, counted)} are soft, while the photo is sharper elsewhere."
    if level == SOFT_THROUGHOUT:
        return f"{_eyes_of(worst, counted)} are soft, as is the whole photo."
    return _fine(worst, counted)


def _closed(counted: Sequence[FaceFinding]) -> list[FaceFinding]:
    return [one for one in counted if one.unjudged is None and one.state is EyeState.CLOSED]


def _closed_eyes(counted: Sequence[FaceFinding]) -> tuple[str, ...]:
    who = [which_face(one, counted) for one in _closed(counted)]
    if not who:
        return ()
    if len(who) > MOST_NAMED or len(set(who)) < len(who):
        return (f"Eyes closed or lowered on {len(who)} of the {len(counted)} faces that count.",)
    return (f"Eyes closed or lowered on {', and on '.join(who)}.",)


def _fine(worst: FaceFinding, counted: Sequence[FaceFinding]) -> str:
    """Of all that count where it holds for all, else of the one alone."""
    if len(counted) > 1 and not _closed(counted) and all(one.unjudged is None for one in counted):
        if (words := _common(counted)) is not None:
            return words
        if _all_open(counted) and worst.sharpness is not None and not worst.sharp:
            where = _amid(which_face(worst, counted))
            return f"The eyes of the faces that count are open; on {where} they are not quite crisp at 100 %."
    how = "" if worst.sharpness is None else "sharp" if worst.sharp else "not quite crisp at 100 %"
    if worst.state is EyeState.OPEN:
        return f"{_eyes_of(worst, counted)} are {' and '.join(part for part in ('open', how) if part)}."
    # Sunglasses, hair or a shadow may lie over eyes that cannot be told open from closed: nothing is said of the eyes themselves.
    who = _amid(which_face(worst, counted))
    return f"{who[0].upper()}{who[1:]} is {how} around the eyes."


def _eyes_of(one: FaceFinding, counted: Sequence[FaceFinding]) -> str:
    return f"The eyes of {_amid(which_face(one, counted))}"


def _amid(who: str) -> str:
    """Amid a sentence, where an apposition ends with a comma."""
    return f"{who}," if "," in who else who


def _common(counted: Sequence[FaceFinding]) -> str | None:
    """What is known of every face alike, where none has a fault."""
    sharp = all(one.sharp for one in counted)
    if _all_open(counted) and (sharp or all(one.sharpness is None for one in counted)):
        return f"The eyes of the faces that count are open{' and sharp' if sharp else ''}."
    unsure = all(one.state is EyeState.UNSURE for one in counted)
    return "The faces that count are sharp around the eyes." if sharp and unsure else None


def _all_open(counted: Sequence[FaceFinding]) -> bool:
    return all(one.state is EyeState.OPEN for one in counted)


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
