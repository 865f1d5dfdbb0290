"""How the subject is exposed, by its own tones: a face where one was found, else the most salient region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scoring.assessors.silhouettes import BLACK_LUMINANCE, is_plain_black
from scoring.assessors.tones import ev_of, mean_lightness_ev
from scoring.assessors.white_backdrop import WhiteBackdrop
from scoring.box import CORE, Box, rows_and_columns, scaled
from scoring.clipping import BLOCKED_CODE, BLOWN_CODE
from scoring.face_prominence import main_face
from scoring.frame import F32, Frame
from scoring.quantile import median


@dataclass(frozen=True, slots=True)
class SubjectExposure:
    """Of the core of its box. `ev`: like `Tones.mid_ev`; `tone_ev`: its median, and `around_ev` that of what surrounds the box,
    from mid-grey; `white`, `shadows`: parts of it in [0, 1]. `plain_black`: what is dark in the box is black without texture."""

    ev: float
    confidence: float
    is_face: bool
    white: float
    shadows: float
    tone_ev: float
    around_ev: float
    plain_black: bool


def measure_subject(frame: Frame, luminance: F32, backdrop: WhiteBackdrop) -> SubjectExposure | None:
    """The subject of `frame`; `luminance` is its thumbnail's, (h, w) relative. None where nothing is the subject.

    The exposure map has no say: over 263 BIQ2021 photos it reads within a subject what it reads of the whole (r = .98). What is
    backdrop within the core, as between the legs of a chair, does not count.
    """
    found = subject_box(frame)
    if found is None:
        return None
    box, confidence, is_face = found
    core_box = scaled(box, CORE)
    core = luminance[rows_and_columns(core_box, luminance.shape)]
    brightest, dimmest = (plane[rows_and_columns(core_box, plane.shape)] for plane in frame.sampled_extremes)
    counts = _counts(core_box, backdrop, frame.sampled_extremes[0].shape)
    around = np.ones(luminance.shape, np.bool_)
    around[rows_and_columns(box, luminance.shape)] = False
    dark = np.asarray(~around & (luminance < BLACK_LUMINANCE), np.bool_)
    return SubjectExposure(
        ev=mean_lightness_ev(core, _counts(core_box, backdrop, luminance.shape)),
        confidence=confidence,
        is_face=is_face,
        white=float(np.average(dimmest >= BLOWN_CODE, weights=counts)),
        shadows=float(np.average(brightest <= BLOCKED_CODE, weights=counts)),
        tone_ev=_median_ev(core),
        around_ev=_median_ev(luminance[around]) if around.any() else _median_ev(core),
        plain_black=is_plain_black(luminance, dark),
    )


def subject_box(frame: Frame) -> tuple[Box, float, bool] | None:
    """The box of the subject, how sure it is, in [0, 1], and whether it is a face."""
    face = main_face(frame.faces)
    if face is not None:
        return face.box, face.confidence, True
    return None if frame.subject is None else (frame.subject.box, frame.subject.confidence, False)


def _counts(core: Box, backdrop: WhiteBackdrop, shape: tuple[int, ...]) -> npt.NDArray[np.float32] | None:
    """How much each pixel of the core counts in a plane of this shape; None where all count alike."""
    if backdrop.evidence == 0.0:
        return None
    ground = backdrop.mask_at(shape)[rows_and_columns(core, shape)]
    counts = np.where(ground, np.float32(1.0 - backdrop.evidence), np.float32(1.0))
    return counts if counts.any() else None


def _median_ev(luminance: F32) -> float:
    return ev_of(median(luminance))
