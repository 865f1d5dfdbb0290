"""How much darker the subject, or a face, is than what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scoring.assessors.light_contrast import seen_ev
from scoring.box import CORE, Box, scaled
from scoring.face import Face
from scoring.face_prominence import main_face
from scoring.frame import F32
from scoring.quantile import median
from scoring.subject import Subject

SURROUNDINGS = 2.0
"""The surroundings reach to twice the width and height: beyond that it is another part of the scene."""
LEAST_SURROUNDINGS = 0.02
"""Share of the frame that the surroundings must cover to speak of them; a subject that fills the frame has none."""


@dataclass(frozen=True, slots=True)
class Backlight:
    """One thing before its surroundings."""

    ev: float
    """Its median brightness against theirs; negative = darker."""
    luminance: float
    """Its median relative luminance."""
    confidence: float
    """How sure it is that the thing is what the photo is of, in [0, 1]."""
    around: float = 1.0
    """Median relative luminance of its surroundings."""


def subject_backlight(luminance: F32, subject: Subject | None) -> Backlight | None:
    """(h, w) relative luminance and the salient region -> how it stands before its surroundings; None where nothing does."""
    return None if subject is None else _before(luminance, subject.box, subject.confidence)


def face_backlight(luminance: F32, faces: tuple[Face, ...] | None) -> Backlight | None:
    """The same of the most prominent face that is large enough; None without one."""
    face = main_face(faces)
    return None if face is None else _before(luminance, face.box, face.confidence)


def _before(luminance: F32, box: Box, confidence: float) -> Backlight | None:
    core = luminance[_within(scaled(box, CORE), luminance.shape)]
    around = np.zeros(luminance.shape, np.bool_)
    around[_within(scaled(box, SURROUNDINGS), luminance.shape)] = True
    around[_within(box, luminance.shape)] = False
    if core.size == 0 or np.count_nonzero(around) < LEAST_SURROUNDINGS * around.size:
        return None
    inside, outside = np.float32(median(core)), np.float32(median(luminance[around]))
    return Backlight(float(seen_ev(inside) - seen_ev(outside)), float(inside), confidence, float(outside))


def _within(box: Box, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Rows and columns of the box, cut to the frame; none where it lies outside."""
    left, top, right, bottom = (max(0, round(share * shape[1 - index % 2])) for index, share in enumerate(box))
    return slice(top, bottom), slice(left, right)
