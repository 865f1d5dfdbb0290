"""A focus verdict in a sentence for a photographer."""

from __future__ import annotations

from scoring.assessors.focus_findings import Findings
from scoring.assessors.focus_verdict import MISSED_RATIO, Verdict
from scoring.assessors.place_words import place_in_words
from scoring.assessors.sharp_region import SharpRegion

SUBJECT_SHARP_RATIO = 0.75
"""Subject over sharpest region, from which both are equally sharp to the eye: about 1 px of blur between them."""
SHALLOW_SPREAD = 0.35
"""Share of judged tiles that are sharp, below which the depth of field looks shallow."""
THROUGHOUT_SPREAD = 0.65
"""Share from which everything with edges is sharp; the rest may be sky, mist and water."""
MOST_AREA = 0.5
"""A sharp region over more than half of the frame is "the frame"."""
CLEARLY_SOFT_PEAK = 0.26
"""No in-focus photo of the same 16 keeps more than this after a blur of 4 px."""


def focus_sentence(findings: Findings, verdict: Verdict) -> str:
    """One sentence that names the fault, if any, and where the photo is sharp."""
    place = place_in_words(*findings.region.centre)
    if verdict is Verdict.MOTION_BLUR and findings.motion is not None:
        return f"Detail is smeared {_direction(findings.motion.direction_deg)}: the camera or the subject moved."
    if verdict is Verdict.SOFT:
        clearly = findings.region.peak < CLEARLY_SOFT_PEAK
        return f"Nothing is {'really in focus' if clearly else 'quite crisp at 100 %'}; sharpest at {place}."
    if verdict is Verdict.MISSED_FOCUS and findings.subject is not None:
        missed = place_in_words(*findings.subject.centre)
        return f"The likely subject at {missed} is clearly softer than {place}, where the focus lies."
    return _sharp_sentence(findings, place)


def _sharp_sentence(findings: Findings, place: str) -> str:
    region = findings.region
    if findings.subject_ratio < MISSED_RATIO:
        return f"Sharpest at {place}; the likely subject is softer."
    if region.spread >= THROUGHOUT_SPREAD and _area(region) > MOST_AREA:
        return "Sharp across the frame."
    rest = ", softer elsewhere" if region.spread < SHALLOW_SPREAD else ""
    if findings.subject is not None and findings.subject_ratio >= SUBJECT_SHARP_RATIO:
        return f"The likely subject at {place_in_words(*findings.subject.centre)} is sharp{rest}."
    return f"{'Sharp' if rest else 'Sharpest'} at {place}{rest}."


def _area(region: SharpRegion) -> float:
    x0, y0, x1, y1 = region.box
    return (x1 - x0) * (y1 - y0)


def _direction(degrees: float) -> str:
    if 22.5 <= degrees < 67.5:
        return "diagonally (down to the right)"
    if 67.5 <= degrees < 112.5:
        return "vertically"
    if 112.5 <= degrees < 157.5:
        return "diagonally (down to the left)"
    return "horizontally"
