"""What makes a frame a reject candidate: a fault that was measured and that a better frame of the same burst does not have.

Never the rating, never composition, and nothing that is merely less good.
"""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from scoring.assessors.focus_verdict import Verdict
from scoring.percent import percent
from scoring.ranking.evidence import number
from scoring.ranking.picks.eyes import SeenFace, seen_faces
from scoring.ranking.picks.light import SURE_SUBJECT
from scoring.ranking.picks.ranked_photo import RankedPhoto
from scoring.ranking.picks.readings import CRISPNESS, Factor, Readings, compared_by
from scoring.ranking.picks.useless import black, blurred, white

MAIN_FACE = 0.5
"""Weight beside the widest face from which somebody's blink may cost the frame; a choice."""
SEVERAL = 3.0
"""Gaps as wide as this many of those that part two frames: three or four standard deviations of a repeated reading."""
PLAIN_SMEAR = 1.5
"""The same of a movement, which focus has seen by its direction as well."""
SOFT_VERDICTS = frozenset({Verdict.SOFT, Verdict.MISSED_FOCUS})
SURE_SHARP = 0.35
"""Confidence of "sharp" from which the better frame is so: it leaves out those whose likely subject is softer after all, or shows
nothing (0.30 at full size, 0.27 in a small picture). That the other frame is not sharp is borne out by the gap."""
LOST_SUBJECT, KEPT_SUBJECT = 0.25, 0.05
"""Part of the subject that is white: a quarter is no highlight, a twentieth may be; a choice."""
BLOWN_BY_EV = 0.7
"""And brighter by two of the camera's steps of a third: what is white in both by nature is no fault of the exposure."""

Facts = tuple[RankedPhoto, Readings]
"""A photo and its readings within its group."""


def closed_eyes(one: Facts, better: Facts) -> str | None:
    """Eyes closed on a main face that has them open in the better frame."""
    others = seen_faces(better[0])
    for face in seen_faces(one[0]):
        if face.is_closed and face.weight >= MAIN_FACE and (same := _same_face(face, others)) and same.is_open:
            return f"eyes closed; open in {better[0].path.name}"
    return None


def soft_subject(one: Facts, better: Facts) -> str | None:
    """Soft, where a sharp frame shows the same subject much sharper; crisp nowhere, where one of them does not show it."""
    if not _is_plainly_sharp(better[0]) or _verdict(one[0]) not in SOFT_VERDICTS:
        return None
    measure = compared_by(one[1], better[1], "sharpness")
    if _behind(one[1], better[1], measure) < SEVERAL * measure.least_gap:
        return None
    mine, theirs = one[1][measure.name], better[1][measure.name]
    where = "" if measure is CRISPNESS else "on the subject "
    return f"much softer {where}than {better[0].path.name} ({mine * 100:.0f}, there {theirs * 100:.0f})"


def shaken(one: Facts, better: Facts) -> str | None:
    """Even its crispest parts are smeared, where the better frame is sharp."""
    if not _is_plainly_sharp(better[0]) or _verdict(one[0]) != Verdict.MOTION_BLUR:
        return None
    if _behind(one[1], better[1], CRISPNESS) < PLAIN_SMEAR * CRISPNESS.least_gap:
        return None
    return f"blurred by movement; {better[0].path.name} is sharp"


def blown_subject(one: Facts, better: Facts) -> str | None:
    """The subject is white where the better frame, less exposed, keeps it."""
    said, other = one[0].said_by("exposure"), better[0].said_by("exposure")
    if said is None or other is None:
        return None
    if min(number(each, "subject_confidence") for each in (said, other)) < SURE_SUBJECT:
        return None
    lost, kept = (number(each, "subject_clipped_to_white") for each in (said, other))
    brighter_ev = number(said, "judged_ev_offset") - number(other, "judged_ev_offset")
    if lost < LOST_SUBJECT or kept > KEPT_SUBJECT or brighter_ev < BLOWN_BY_EV:
        return None
    return f"{percent(lost)} of the subject is blown out; {better[0].path.name} keeps it"


FAULTS: tuple[Callable[[Facts, Facts], str | None], ...] = (
    closed_eyes,
    black,
    white,
    shaken,
    soft_subject,
    blurred,
    blown_subject,
)


def faults(one: Facts, better: Facts) -> list[str]:
    """The faults of one frame beside a better one, as a person would say them."""
    return [words for find in FAULTS if (words := find(one, better)) is not None]


def _same_face(face: SeenFace, others: tuple[SeenFace, ...]) -> SeenFace | None:
    """The face of another frame nearest to this one, if it is no farther than its width: heads move little within a burst."""
    x, y = _middle(face)
    near = [(hypot(other_x - x, other_y - y), index) for index, (other_x, other_y) in enumerate(map(_middle, others))]
    distance, index = min(near, default=(float("inf"), -1))
    return others[index] if distance <= face.box_px[2] - face.box_px[0] else None


def _middle(face: SeenFace) -> tuple[float, float]:
    return (face.box_px[0] + face.box_px[2]) / 2, (face.box_px[1] + face.box_px[3]) / 2


def _behind(one: Readings, better: Readings, measure: Factor) -> float:
    name = measure.name
    return better[name] - one[name] if name in one and name in better else 0.0


def _verdict(photo: RankedPhoto) -> str | None:
    said = photo.said_by("focus")
    return None if said is None else str(said.evidence.get("verdict"))


def _is_plainly_sharp(photo: RankedPhoto) -> bool:
    return _verdict(photo) == Verdict.SHARP_SUBJECT and photo.assessments["focus"].confidence >= SURE_SHARP
