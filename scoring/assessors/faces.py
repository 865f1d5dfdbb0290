"""Faces: are the eyes of the people whom the photo is about open and sharp, and is every face in the frame?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.photo.record import PixelSource
from scoring.assessment import WEIGHTS_MISSING, Assessment, Evidence, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.eye_state import open_probability
from scoring.assessors.face_findings import FaceFinding, findings
from scoring.assessors.face_words import abstention, level_among, sentences
from scoring.assessors.reduced_picture import is_reduced
from scoring.face import Face
from scoring.frame import Frame
from weights.bundles import FACES

REDUCED_CONFIDENCE = 0.6
"""Share of the confidence left for a reduced copy and for anything but the full picture: eyes look sharper there than they were."""
NOT_JUDGED = -1.0
"""Stands in the lists of numbers for what could not be told of a face."""


def assess(frame: Frame) -> Assessment:
    """The worst face that counts decides, a smaller one less; abstains without a face, or where none can be judged."""
    if frame.is_tiny:
        return cannot_judge("The picture is too small to look for faces.")
    faces = frame.faces
    if faces is None:
        reason = f"Faces are not judged yet; to have them judged, run: assist weights pull {FACES.name}"
        return cannot_judge(reason, {WEIGHTS_MISSING: FACES.name})
    found = findings(frame, faces)
    if not found:
        return cannot_judge("No face found.", {"faces": 0})
    judged = [one for one in found if one.unjudged is None]
    if not judged:
        return cannot_judge(abstention(found), _evidence(frame, faces, found))
    worst = min(judged, key=lambda one: one.weighted_value)
    return Assessment(
        value=round(worst.weighted_value, 4),
        confidence=round(worst.confidence * _trust_in(frame), 3),
        level=level_among(worst, found),
        reasons=sentences(worst, found),
        evidence=_evidence(frame, faces, found),
    )


def _trust_in(frame: Frame) -> float:
    reduced = is_reduced(frame) or frame.pixel_source is not PixelSource.FULL
    return REDUCED_CONFIDENCE if reduced else 1.0


def _evidence(frame: Frame, faces: Sequence[Face], found: Sequence[FaceFinding]) -> Evidence:
    """`faces` counts all; the lists tell of those that count, one after the other, four numbers a box."""
    return {
        "faces": len(faces),
        "largest_area": round(max(face.area for face in faces), 5),
        "faces_px": [edge for one in found for edge in _box_px(one.face, frame.size_px)],
        "eyes_open": [_number(open_probability(one.face)) for one in found],
        "eye_sharpness": [_number(one.sharpness) for one in found],
        "cut_off": [int(one.is_cut) for one in found],
        "not_judged": _obstacles(found),
    }


def _box_px(face: Face, size_px: tuple[int, int]) -> list[int]:
    return [round(share * size_px[index % 2]) for index, share in enumerate(face.box)]


def _number(value: float | None) -> float:
    return NOT_JUDGED if value is None else round(value, 3)


def _obstacles(found: Sequence[FaceFinding]) -> dict[str, float]:
    counts = Counter(one.unjudged.value for one in found if one.unjudged is not None)
    return {why: float(count) for why, count in counts.items()}


ASSESSOR = Assessor(
    "faces",
    3,
    assess,
    "YuNet (Wu et al. 2023) and OCEC (Hyodo 2025); worst prominent face (issue "
    '"Factor assessors a photographer believes"); sharpness as in focus',
)
