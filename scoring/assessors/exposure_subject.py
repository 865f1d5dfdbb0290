"""How the subject is exposed: a face where one was found, else the most salient region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scoring.assessors.clipping import BLOCKED_CODE, BLOWN_CODE
from scoring.frame import F32, Frame

Box = tuple[float, float, float, float]

SMALLEST_FACE = 0.004
"""A smaller share of the frame is a passer-by (about 10 x 10 px of a thumbnail)."""
CORE = 0.6
"""Of a box's width and height: within it lies the thing and not its surroundings, about whatever its shape."""
DARKEST_LUMINANCE = 3e-4
"""The darkest 8-bit code but black (IEC 61966-2-1)."""


@dataclass(frozen=True, slots=True)
class SubjectExposure:
    """`ev` from well exposed, `tone_ev` of its median from mid-grey and `around_ev` of what surrounds it; parts in [0, 1]."""

    ev: float
    confidence: float
    white: float
    shadows: float
    tone_ev: float
    around_ev: float


def measure_subject(frame: Frame, luminance: F32) -> SubjectExposure | None:
    """The subject of `frame`; `luminance` is its thumbnail's, (h, w) relative. None where nothing is the subject."""
    found = _subject_box(frame)
    if found is None:
        return None
    box, confidence = found
    brightest, dimmest = (plane[_rows_and_columns(box, plane.shape)] for plane in frame.working_extremes)
    core = _rows_and_columns(_core_of(box), luminance.shape)
    around = np.ones(luminance.shape, np.bool_)
    around[_rows_and_columns(box, luminance.shape)] = False
    return SubjectExposure(
        ev=frame.exposure_reading.inside(_core_of(box)),
        confidence=confidence,
        white=float((dimmest >= BLOWN_CODE).mean()),
        shadows=float((brightest <= BLOCKED_CODE).mean()),
        tone_ev=_median_ev(luminance[core]),
        around_ev=_median_ev(luminance[around]) if around.any() else _median_ev(luminance[core]),
    )


def _subject_box(frame: Frame) -> tuple[Box, float] | None:
    face = next((face for face in frame.faces or () if face.area >= SMALLEST_FACE), None)
    if face is not None:
        return face.box, face.confidence
    return None if frame.subject is None else (frame.subject.box, frame.subject.confidence)


def _core_of(box: Box) -> Box:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    across, down = CORE * (box[2] - box[0]) / 2, CORE * (box[3] - box[1]) / 2
    return x - across, y - down, x + across, y + down


def _rows_and_columns(box: Box, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """At least one pixel of the box, cut to the frame."""
    (left, right), (top, bottom) = _span(box[0], box[2], shape[1]), _span(box[1], box[3], shape[0])
    return slice(top, bottom), slice(left, right)


def _span(start: float, stop: float, length: int) -> tuple[int, int]:
    first = min(max(int(start * length), 0), length - 1)
    return first, max(first + 1, min(length, round(stop * length)))


def _median_ev(luminance: F32) -> float:
    return float(np.log2(max(float(np.median(luminance)), DARKEST_LUMINANCE) / 0.18))
