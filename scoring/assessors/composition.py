"""Composition: facts about subject, thirds and tilt; only gross faults lower the value, and mildly."""

from __future__ import annotations

from scoring.assessment import Assessment, Evidence, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.composition_classes import composition_classes
from scoring.assessors.lines import LONG_EDGE_PX, find_lines
from scoring.assessors.place_words import place_in_words, third_in_words
from scoring.crops.straighten import Tilt, find_tilt
from scoring.frame import U8, Frame
from scoring.subject import Subject

NAMED_SUBJECT, CERTAIN_SUBJECT = 0.2, 0.6
"""Subject confidence from which it is named at all, and called the subject (camera test photos: views under 0.2, single things
over 0.6, in between what the eye goes to)."""
VISIBLE_TILT_DEG = 1.0
"""Viewers notice a tilt of a sea horizon from about one degree."""
FULL_TILT_DEG = 6.0
"""From here a tilt costs its whole share."""
FAULTLESS, TILT_COST, CUT_COST = 0.7, 0.2, 0.1
"""A picture without gross faults is fair; taste is not measured (five experts agree little: CADB, Zhang et al. 2021)."""
EDGE_TOUCH = 0.004
"""Half a pixel of the saliency map: nearer than that a box touches the frame."""
FILLS_AREA = 0.5
"""A box over half of the picture fills it: then an edge cuts nothing off."""
CONFIDENCE_FLOOR, CONFIDENCE_GAIN = 0.15, 0.35
"""Low without evidence, moderate at best."""
SIDES = ("left", "top", "right", "bottom")


def assess(frame: Frame) -> Assessment:
    """Subject box, tilt and classes as evidence; the value falls only for a tilted picture or a cut-off subject.

    Abstains where there is neither a subject nor a sign of which way is level.
    """
    subject = frame.subject if frame.subject and frame.subject.confidence >= NAMED_SUBJECT else None
    luma = _small_luma(frame)
    lines = find_lines(luma)
    tilt = find_tilt(frame)
    tilted, cut = _is_tilted(tilt), _cut_sides(subject)
    value = (
        FAULTLESS
        - (TILT_COST * min(1.0, abs(tilt.angle_deg) / FULL_TILT_DEG) if tilted else 0.0)
        - (CUT_COST if cut else 0.0)
    )
    evidence: Evidence = {
        "subject_px": subject.pixels(frame.size_px) if subject else None,
        "subject_confidence": round(subject.confidence, 3) if subject else 0.0,
        "tilt_deg": round(tilt.angle_deg, 2) if tilt.confidence > 0.0 else None,
        "tilt_confidence": round(tilt.confidence, 3),
        "classes": composition_classes(luma, subject, lines),
    }
    if subject is None and tilt.confidence == 0.0:
        return cannot_judge("No clear subject, and nothing in the picture shows which way is level.", evidence)
    trust = max(subject.confidence if subject else 0.0, tilt.confidence)
    return Assessment(
        value=round(value, 4),
        confidence=round(CONFIDENCE_FLOOR + CONFIDENCE_GAIN * trust, 3),
        level="tilted horizon" if tilted else "subject cut off" if cut else "no obvious fault",
        reasons=_reasons(subject, tilt, cut),
        evidence=evidence,
    )


def _small_luma(frame: Frame) -> U8:
    """The smallest halving of the luma that still has every pixel that line finding wants."""
    enough = [level for level in frame.luma_halvings if max(level.shape) >= LONG_EDGE_PX]
    return enough[-1] if enough else frame.luma


def _is_tilted(tilt: Tilt) -> bool:
    return abs(tilt.angle_deg) >= VISIBLE_TILT_DEG


def _cut_sides(subject: Subject | None) -> list[str]:
    """Sides of the frame that cut a subject we are sure of; one that fills the frame is not cut."""
    if subject is None or subject.confidence < CERTAIN_SUBJECT or subject.area > FILLS_AREA:
        return []
    gaps = (subject.box[0], subject.box[1], 1 - subject.box[2], 1 - subject.box[3])
    return [side for side, gap in zip(SIDES, gaps, strict=True) if gap < EDGE_TOUCH]


def _reasons(subject: Subject | None, tilt: Tilt, cut: list[str]) -> tuple[str, ...]:
    sentences = []
    if tilt.confidence > 0.0:
        sentences.append(tilt.reason)
    if cut:
        sentences.insert(0, f"Subject is cut off at the {' and '.join(cut)} edge.")
    if subject is None:
        return tuple(sentences)
    placed = _subject_sentence(subject)
    return (*sentences, placed) if _is_tilted(tilt) or cut else (placed, *sentences)


def _subject_sentence(subject: Subject) -> str:
    if subject.area > FILLS_AREA:
        return "Subject fills most of the frame."
    third = third_in_words(*subject.centre)
    if subject.confidence < CERTAIN_SUBJECT:
        return f"The eye goes to {third or place_in_words(*subject.centre)}."
    return f"Subject sits near {third}." if third else f"Subject sits in {place_in_words(*subject.centre)}."


ASSESSOR = Assessor(
    "composition",
    4,
    assess,
    "Boolean Map Saliency (Zhang & Sclaroff 2013), MB+ (Zhang et al. 2015), LSD (Grompone von Gioi et al. 2012), KU-PCP classes",
)
