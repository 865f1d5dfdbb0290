"""How the subject is exposed: a face where one was found, else the most salient region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scoring.box import Box, rows_and_columns
from scoring.clipping import BLOCKED_CODE, BLOWN_CODE
from scoring.face_prominence import main_face
from scoring.frame import F32, Frame
from scoring.luminance import MID_GREY_LUMINANCE

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
    brightest, dimmest = (plane[rows_and_columns(box, plane.shape)] for plane in frame.sampled_extremes)
    core = rows_and_columns(_core_of(box), luminance.shape)
    around = np.ones(luminance.shape, np.bool_)
    around[rows_and_columns(box, luminance.shape)] = False
    return SubjectExposure(
        ev=frame.exposure_reading.inside(_core_of(box)),
        confidence=confidence,
        white=float((dimmest >= BLOWN_CODE).mean()),
        shadows=float((brightest <= BLOCKED_CODE).mean()),
        tone_ev=_median_ev(luminance[core]),
        around_ev=_median_ev(luminance[around]) if around.any() else _median_ev(luminance[core]),
    )


def _subject_box(frame: Frame) -> tuple[Box, float] | None:
    face = main_face(frame.faces)
    if face is not None:
        return face.box, face.confidence
    return None if frame.subject is None else (frame.subject.box, frame.subject.confidence)


def _core_of(box: Box) -> Box:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    across, down = CORE * (box[2] - box[0]) / 2, CORE * (box[3] - box[1]) / 2
    return x - across, y - down, x + across, y + down


def _median_ev(luminance: F32) -> float:
    return float(np.log2(max(float(np.median(luminance)), DARKEST_LUMINANCE) / MID_GREY_LUMINANCE))
