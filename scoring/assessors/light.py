"""Light: how much contrast there is, whether it is flat, and whether a face or the foreground stands against the light."""

from __future__ import annotations

from scoring.assessment import Assessment, Evidence, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.backlight import Backlight, face_backlight, subject_backlight
from scoring.assessors.light_contrast import Contrast, measure_contrast, seen_ev
from scoring.assessors.light_words import BACKLIT, FLAT, SILHOUETTE, even_tone, explain, level_of
from scoring.assessors.silhouettes import find_silhouettes
from scoring.frame import F32, Frame
from scoring.luminance import relative_luminance

FAULTLESS = 0.75
"""Of light nothing better can be said without taste: no fault found."""
FLAT_COST = 0.2
"""What full flatness costs; fog is as often the reason for the photo as its fault. Within the subsets of BIQ2021 contrast and
opinion correlate by -.1 to .4 (srcc, 900 photos): it describes more than it judges."""
BACKLIT_COST = 0.25
"""A face that lies in its own shade; a silhouette costs nothing."""

SURE = 0.5
"""Light is taste: what we measure well explains little of what people like."""
FLAT_SURE = 0.25
"""Whether fog, haze or high key is meant, nobody can tell from the picture."""
SILHOUETTE_SURE = 0.35
ONE_TONE_EV = 0.2
"""Less than this between the darkest and brightest percent is a black, white or painted frame, or a moon on one: there is no light
to judge."""


def assess(frame: Frame) -> Assessment:
    """Light of `frame`: facts first; the value falls mildly, for flatness and for a face against the light."""
    if frame.is_tiny:
        return cannot_judge("The picture is too small to judge its light.")
    luminance = relative_luminance(frame.thumbnail)
    contrast = measure_contrast(luminance)
    if contrast.range_ev < ONE_TONE_EV:
        return cannot_judge(even_tone(whole=_full_range_ev(luminance) < ONE_TONE_EV))
    silhouettes = find_silhouettes(luminance)
    subject = subject_backlight(luminance, frame.subject)
    face = face_backlight(luminance, frame.faces)
    level = level_of(contrast, face, subject, silhouettes)
    return Assessment(
        value=round(FAULTLESS - FLAT_COST * contrast.flatness - (BACKLIT_COST if level == BACKLIT else 0.0), 4),
        confidence=_confidence(level, contrast, face),
        level=level,
        reasons=explain(level, contrast, face, subject),
        evidence=_evidence(contrast, silhouettes, subject, face),
    )


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
    version=7,
    assess=assess,
    source="spread of log luminance, band-limited contrast of Peli (1990), a screen's flare of ISO 3664; subject by the "
    "saliency network (docs/subject.md)",
)
