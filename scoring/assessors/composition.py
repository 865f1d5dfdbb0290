"""Composition: facts about subject, frame, structure and tilt; size and gross faults move the value, and mildly."""

from __future__ import annotations

import numpy as np

from scoring.assessment import Assessment, Evidence, cannot_judge
from scoring.assessor import Assessor
from scoring.assessors.composition_classes import NAMED_CLASS, composition_classes, find_structure
from scoring.assessors.composition_facts import structure_facts, subject_facts
from scoring.assessors.composition_words import (
    MOST_SENTENCES,
    balance_sentences,
    cut_sentences,
    head_sentences,
    shape_sentences,
    subject_sentence,
)
from scoring.assessors.framing import framing_of, is_cut
from scoring.assessors.lines import LONG_EDGE_PX, find_lines
from scoring.assessors.visual_balance import balance_point
from scoring.crops.straighten import Tilt, find_tilt
from scoring.frame import U8, Frame
from scoring.subject import Subject
from scoring.subject_prior import with_priors

NAMED_SUBJECT = 0.2
"""Subject confidence from which it is named at all (camera test photos: views under 0.2)."""
VISIBLE_TILT_DEG = 1.0
"""Viewers notice a tilt of a sea horizon from about one degree."""
FULL_TILT_DEG = 6.0
"""From here a tilt costs its whole share."""
FAULTLESS, TILT_COST, CUT_COST = 0.7, 0.2, 0.1
"""A picture without gross faults is fair; taste is not measured (five experts agree little: CADB, Zhang et al. 2021)."""
SUBJECT_SIZE = ((0.02, 0.1, 0.4, 0.8), (0.60, 0.66, 0.70, 0.75))
"""From the subject's share of the frame to value. Of what is measured of composition it alone goes with people's opinion in each
subset of BIQ2021 (srcc .26, .14, .12 over 1,382 photos); where it lies, lines, symmetry and balance do not (-.2 to .2)."""
CONFIDENCE_FLOOR, CONFIDENCE_GAIN = 0.15, 0.35
"""Low without evidence, moderate at best."""


def assess(frame: Frame) -> Assessment:
    """Subjects, tilt, framing and classes as evidence; the value follows the subject's size, and falls where it is cut off or the
    picture tilted.

    Abstains where there is neither a subject, nor any structure, nor a sign of which way is level.
    """
    subjects = _named_subjects(frame)
    subject = subjects[0] if subjects else None
    lines = find_lines(_small_luma(frame))
    tilt = find_tilt(frame)
    structure, framing = (
        find_structure(lines, subject),
        framing_of(subject, frame.faces, frame.size_px[0] / frame.size_px[1]),
    )
    classes, balance = composition_classes(structure, subject), balance_point(frame.saliency, structure.luma)
    tilted, cut = _is_tilted(tilt), is_cut(framing)
    value = (
        _for_size(frame.subject)
        - (TILT_COST * min(1.0, abs(tilt.angle_deg) / FULL_TILT_DEG) if tilted else 0.0)
        - (CUT_COST if cut else 0.0)
    )
    evidence: Evidence = {
        **subject_facts(subjects, framing, frame.size_px),
        "tilt_deg": round(tilt.angle_deg, 2) if tilt.confidence > 0.0 else None,
        "tilt_confidence": round(tilt.confidence, 3),
        "classes": classes,
        **structure_facts(structure, classes, frame.size_px),
        "balance": [round(share, 3) for share in balance],
    }
    seen = tilt.confidence > 0.0
    shapes = shape_sentences(classes, structure.leading.strength >= NAMED_CLASS, has_horizon=seen)
    if subject is None and not seen and not shapes:
        return cannot_judge(
            "No clear subject, no plain structure, and nothing that shows which way is level.", evidence
        )
    placed = [subject_sentence(subject)] if subject else balance_sentences(balance)
    level_or_tilt = [tilt.reason] if seen else []
    faults = [*cut_sentences(framing), *(level_or_tilt if tilted else ())]
    facts = [*placed, *head_sentences(framing), *shapes, *(() if tilted else level_or_tilt)]
    trust = max(subject.confidence if subject else 0.0, tilt.confidence)
    return Assessment(
        value=round(value, 4),
        confidence=round(CONFIDENCE_FLOOR + CONFIDENCE_GAIN * trust, 3),
        level="tilted horizon" if tilted else "subject cut off" if cut else "no obvious fault",
        reasons=tuple([*faults, *facts][:MOST_SENTENCES]),
        evidence=evidence,
    )


def _for_size(subject: Subject | None) -> float:
    """What the size of that which draws the eye is worth, as far as it is sure: all of a person, and not the face."""
    if subject is None:
        return FAULTLESS
    return FAULTLESS + subject.confidence * (float(np.interp(subject.area, *SUBJECT_SIZE)) - FAULTLESS)


def _named_subjects(frame: Frame) -> tuple[Subject, ...]:
    """What the photo is likely about, people first; without what hardly stands out."""
    likely = with_priors(frame.salient_regions, frame.faces, frame.exif.af_areas)
    return tuple(subject for subject in likely if subject.confidence >= NAMED_SUBJECT)


def _small_luma(frame: Frame) -> U8:
    """The smallest halving of the luma that still has every pixel that line finding wants."""
    enough = [level for level in frame.luma_halvings if max(level.shape) >= LONG_EDGE_PX]
    return enough[-1] if enough else frame.luma


def _is_tilted(tilt: Tilt) -> bool:
    return abs(tilt.angle_deg) >= VISIBLE_TILT_DEG


ASSESSOR = Assessor(
    "composition",
    8,
    assess,
    "saliency network taught by what photographers focused on (docs/subject.md), LSD (Grompone von Gioi et al. 2012), "
    "KU-PCP classes (Lee et al. 2018), permutation test of mirror symmetry",
)
