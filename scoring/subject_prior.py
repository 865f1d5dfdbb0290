"""What a photo is likely about, by all that is known: people's faces, then the camera's focus point, then saliency."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scoring.box import Box
from scoring.face import Face
from scoring.face_prominence import SMALLEST_FACE, prominent
from scoring.subject import LARGEST_BOX, Subject

SURE_FACE = 0.7
"""Confidence from which a face makes somebody the subject."""
BODY = (1.0, 4.0)
"""Shoulders reach a face's width beyond it either way, and a trunk is three to four faces long below the chin (Vitruvius III.1)."""
CENTRE_REACH = 0.1
"""A focus point this near to the middle is where cameras point when nobody chose, and says nothing."""
FOCUSED = 0.6
"""Trust in a region that an off-centre focus point lies in: the photographer pointed there."""


def with_priors(found: Sequence[Subject], faces: Iterable[Face] | None, af_areas: Sequence[Box]) -> tuple[Subject, ...]:
    """Salient regions, the heaviest first -> the same with what faces and focus points tell, the likeliest first.

    People whose faces count come first, with the region of their faces or bodies; then the region under an off-centre focus
    point; the others keep their order. Boxes are shares of width and height, cut to the frame.
    """
    ordered = _focused_first(found, af_areas)
    people = prominent([face for face in faces or () if face.confidence >= SURE_FACE and face.area >= SMALLEST_FACE])
    if not people:
        return ordered
    person = _person(people, ordered)
    return (person, *(region for region in ordered if not _holds(person.box, region.centre)))


def _person(people: Sequence[Face], regions: Sequence[Subject]) -> Subject:
    """All faces that count and the salient region that shows one of them, unless that is most of the picture."""
    faces = _around([face.box for face in people])
    trust = max(face.confidence for face in people)
    for region in regions:
        whole = _around([faces, region.box])
        if any(_shows(region, face) for face in people) and _area(whole) <= LARGEST_BOX:
            return Subject(whole, max(trust, region.confidence))
    return Subject(faces, trust)


def _shows(region: Subject, face: Face) -> bool:
    """Whether the region holds the face, or has its middle on the body below it."""
    x0, y0, x1, y1 = face.box
    body = (x0 - BODY[0] * (x1 - x0), y1, x1 + BODY[0] * (x1 - x0), y1 + BODY[1] * (y1 - y0))
    return _holds(region.box, _middle(face.box)) or _holds(body, region.centre)


def _focused_first(found: Sequence[Subject], af_areas: Sequence[Box]) -> tuple[Subject, ...]:
    chosen = [_middle(area) for area in af_areas if math.dist(_middle(area), (0.5, 0.5)) > CENTRE_REACH]
    under = [any(_holds(region.box, point) for point in chosen) for region in found]
    pairs = tuple(zip(found, under, strict=True))
    focused = [replace(region, confidence=max(FOCUSED, region.confidence)) for region, is_under in pairs if is_under]
    return (*focused, *(region for region, is_under in pairs if not is_under))


def _around(boxes: Sequence[Box]) -> Box:
    """The box around all, cut to the frame."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return max(0.0, min(x0)), max(0.0, min(y0)), min(1.0, max(x1)), min(1.0, max(y1))


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
