"""Light: how much contrast there is, whether it is flat, and whether a face or the foreground stands against the light."""

from __future__ import annotations

import numpy as np

from scoring.assessment import Assessment, Evidence, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.against_light import is_against_light
from scoring.assessors.backlight import Backlight, face_backlight, subject_backlight
from scoring.assessors.light_contrast import Contrast, measure_contrast, seen_ev
from scoring.assessors.light_words import (
    BACKLIT,
    CONTRASTY,
    FLAT,
    NORMAL,
    SILHOUETTE,
    even_tone,
    explain,
    is_wide,
    level_of,
)
from scoring.assessors.silhouettes import find_dark_foreground
from scoring.frame import F32, Frame
from scoring.luminance import relative_luminance

FAULTLESS = 0.75
"""Of an ordinary photo, of a silhouette, and of a moon before black."""
LIVELINESS = ((1.0, 2.5, 3.5, 5.0), (0.5, 0.67, FAULTLESS, 0.85))
"""From contrast between places to value: a twentieth, a quarter, half and five sixths of 2,400 BIQ2021 photos have less. Of what is
measured of light it is all that goes with people's opinion in each subset (srcc .50, .12, .19; range and spread -.1 to .2), and
fog is as often the reason for the photo as its fault, so that it moves the value mildly."""
BACKLIT_COST = 0.25
"""A face that lies in its own shade; a silhouette costs nothing."""
LIT_FROM_BEHIND = (SILHOUETTE, CONTRASTY, NORMAL)
"""Levels at which that nearly all of a ground is black is a matter of the light's side; not a face in its own shade, nor fog."""

SURE = 0.5
"""Light is taste: what we measure well explains little of what people like."""
FLAT_SURE = 0.25
"""Whether fog, haze or high key is meant, nobody can tell from the picture."""
SILHOUETTE_SURE = 0.35
ONE_TONE_EV = 0.2
"""Less than this between the darkest and brightest percent is a black, white or painted frame, or a moon on one: there is no light
to judge."""


def assess(frame: Frame) -> Assessment:
    """Light of `frame`: facts first; the value follows how places stand out, mildly, and falls for a face against the light."""
    if frame.is_tiny:
        return cannot_judge("The picture is too small to judge its light.")
    luminance = relative_luminance(frame.thumbnail)
    contrast = measure_contrast(luminance)
    if contrast.range_ev < ONE_TONE_EV:
        return cannot_judge(even_tone(whole=_full_range_ev(luminance) < ONE_TONE_EV))
    foreground = find_dark_foreground(luminance)
    silhouettes = foreground.share if foreground.black else 0.0
    subject = subject_backlight(luminance, frame.subject)
    face = face_backlight(luminance, frame.faces)
    level = level_of(contrast, face, subject, silhouettes)
    against_light = foreground.share > 0.0 or is_against_light(frame.thumbnail, luminance)
    return Assessment(
        value=round(_value(level, contrast, against_light=against_light), 4),
        confidence=_confidence(level, contrast, face),
        level=level,
        reasons=explain(level, contrast, face, subject, against_light=against_light),
        evidence={**_evidence(contrast, silhouettes, subject, face), "against_light": int(against_light)},
    )


def _value(level: str, contrast: Contrast, *, against_light: bool) -> float:
    # One thing before plain black or white has no places beside it to stand out from, and black none within.
    if (against_light and level in LIT_FROM_BEHIND) or (level == CONTRASTY and not is_wide(contrast)):
        return FAULTLESS
    return float(np.interp(contrast.local, *LIVELINESS)) - (BACKLIT_COST if level == BACKLIT else 0.0)


def _full_range_ev(luminance: F32) -> float:
    return float(seen_ev(luminance.max()) - seen_ev(luminance.min()))


def _confidence(level: str, contrast: Contrast, face: Backlight | None) -> float:
    if level == SILHOUETTE:
        return SILHOUETTE_SURE
    if level == BACKLIT and face is not None:
        return round(SURE * face.confidence, 3)
    return FLAT_SURE if level == FLAT else round(SURE - (SURE - FLAT_SURE) * contrast.flatness, 3)


def _evidence(contrast: Contrast, silhouettes: float, subject: Backlight | None, face: Backlight | None) -> Evidence:
    return {
        "contrast_ev": round(contrast.contrast_ev, 4),
        "range_ev": round(contrast.range_ev, 3),
        "local_contrast": round(contrast.local, 3),
        "flatness": round(contrast.flatness, 3),
        "backlight_ev": round(subject.ev, 3) if subject else None,
        "backlight_confidence": round(subject.confidence, 3) if subject else 0.0,
        "face_backlight_ev": round(face.ev, 3) if face else None,
        "silhouette_fraction": round(silhouettes, 4),
    }


ASSESSOR = Assessor(
    name="light",
    version=9,
    assess=assess,
    source="spread of log luminance, band-limited contrast of Peli (1990), a screen's flare of ISO 3664; subject by the "
    "saliency network (docs/subject.md)",
)
